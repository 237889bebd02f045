import type { Fact, Framework } from '@joinery/kit';
import semver from 'semver';
import { EXIT, type Problem, ProblemError } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';
import { packagesImported, type SourceText } from './import-graph.ts';
import type { PackageJson } from './package-json.ts';

/** The package that tells a framework. Nest first: it stands on Express or Fastify. */
export const FRAMEWORK_PACKAGES: readonly (readonly [framework: Framework, name: string])[] = [
  ['nest', '@nestjs/core'],
  ['fastify', 'fastify'],
  ['express', 'express'],
  ['koa', 'koa'],
  ['hono', 'hono'],
];

export interface FoundFramework {
  readonly name: Framework;
  readonly version: string;
}

/**
 * Find the framework by what the entry and the files it imports really use; by package.json when they name none.
 * Throws ProblemError `framework-unknown` or `framework-ambiguous`.
 */
export function findFramework(
  tree: Tree,
  json: PackageJson,
  sources: readonly SourceText[],
  pinned: Framework | undefined,
  passed: ReadonlyMap<string, Problem>,
): Fact<FoundFramework> {
  const imported = packagesImported(sources);
  const candidates = FRAMEWORK_PACKAGES.flatMap(([name, pkg]) => {
    const use = imported.find((one) => one.name === pkg);
    return use === undefined ? [] : [{ name, pkg, evidence: use.evidence }];
  });
  const declared = FRAMEWORK_PACKAGES.filter(([, pkg]) => json.dependencies[pkg] !== undefined).map(
    ([name, pkg]) => ({ name, pkg, evidence: `package.json#dependencies.${pkg}` }),
  );
  const http = imported.find((one) => one.name === 'node:http' || one.name === 'http');
  const found = candidates.length > 0 ? candidates : http === undefined ? declared : [];
  const chosen = choose(found, pinned);
  if (chosen !== undefined) {
    return {
      value: { name: chosen.name, version: versionOf(tree, json, chosen.pkg) },
      evidence: chosen.evidence,
    };
  }
  if (http !== undefined) return { value: { name: 'node-http', version: '0.0.0' }, evidence: http.evidence };
  throw unknown(sources[0]?.file ?? '', [...passed.values()]);
}

interface Candidate {
  readonly name: Framework;
  readonly pkg: string;
  readonly evidence: string;
}

function choose(found: readonly Candidate[], pinned: Framework | undefined): Candidate | undefined {
  if (pinned !== undefined) return found.find(({ name }) => name === pinned);
  const nest = found.find(({ name }) => name === 'nest');
  if (nest !== undefined || found.length <= 1) return nest ?? found[0];
  throw ambiguous(found);
}

/** The installed version, else the lowest that package.json's range allows. */
function versionOf(tree: Tree, json: PackageJson, pkg: string): string {
  const installed = /"version"\s*:\s*"([^"]+)"/.exec(
    tree.read(`node_modules/${pkg}/package.json`) ?? '',
  )?.[1];
  const range = json.dependencies[pkg] ?? json.devDependencies[pkg] ?? '';
  const lowest = semver.validRange(range) === null ? null : semver.minVersion(range);
  return installed ?? lowest?.version ?? '0.0.0';
}

/** A file that could not be read may be the one that would have told. */
function unknown(entry: string, [passed]: readonly Problem[]): ProblemError {
  if (passed !== undefined) {
    const found = `${passed.found} It was to tell which framework \`${entry}\` runs.`;
    return new ProblemError({ ...passed, found, places: [entry, ...(passed.places ?? [])] });
  }
  return new ProblemError({
    kind: 'problem',
    id: 'framework-unknown',
    exitCode: EXIT.error,
    found: `Neither \`${entry}\` nor the files it imports use Express, Fastify, NestJS, Koa, Hono or node:http.`,
    todo: 'If the service starts elsewhere, name that file as `profile.entry` in joinery.json.',
    places: [entry],
  });
}

function ambiguous(found: readonly Candidate[]): ProblemError {
  const names = found.map(({ name }) => `\`${name}\``).join(' and ');
  return new ProblemError({
    kind: 'problem',
    id: 'framework-ambiguous',
    exitCode: EXIT.error,
    found: `The service uses ${names}, so the app to edit cannot be told.`,
    todo: 'Name one as `profile.framework` in joinery.json.',
    places: found.map(({ evidence }) => evidence),
  });
}
