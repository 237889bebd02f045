import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT, type Feature, ProblemError } from '@joinery/engine';
import type { Json } from '@joinery/kit';
import type { FeaturePackage } from './feature-package.ts';
import { isRecord, readJsonObject } from './json-record.ts';
import { readTemplates } from './read-templates.ts';

/** While Joinery itself runs from its sources, so do the features beside it: nothing needs building first. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');

/** Import a feature's plan and read its options schema. Throws ProblemError `feature-unloadable`. */
export async function loadFeature(pkg: FeaturePackage): Promise<Feature> {
  const { name, version, manifest, folder } = pkg;
  const options = manifest.options === undefined ? undefined : readSchema(pkg, manifest.options);
  return {
    name,
    version,
    manifest,
    ...(options === undefined ? {} : { optionsSchema: options }),
    plan: await importPlan(pkg),
    templates: readTemplates(join(folder, 'templates')),
  };
}

async function importPlan(pkg: FeaturePackage): Promise<Feature['plan']> {
  const file = planFile(pkg);
  const loaded: unknown = await importFile(file).catch((error: unknown) => {
    throw unloadable(pkg, `${file} failed to load: ${error instanceof Error ? error.message : error}`);
  });
  const plan = defaultExport(loaded);
  if (isRecord(plan) && typeof plan.statements === 'function') return plan as unknown as Feature['plan'];
  throw unloadable(pkg, `${file} does not export \`definePlan(…)\` as its default`);
}

/** A path needs to become a URL only where the two differ; the plain path also works in test runners. */
function importFile(file: string): Promise<unknown> {
  const plain = file.startsWith('/') && !/[%?#\\]/.test(file);
  return import(plain ? file : pathToFileURL(file).href);
}

/** What `export default` gave, also when the file was transpiled to CommonJS on the way. */
function defaultExport(loaded: unknown): unknown {
  const first = isRecord(loaded) ? loaded.default : undefined;
  return isRecord(first) && 'default' in first ? first.default : first;
}

function planFile(pkg: FeaturePackage): string {
  const target = isRecord(pkg.exports) ? pkg.exports['./plan'] : undefined;
  const conditions = isRecord(target) ? target : { default: target };
  const wanted = FROM_SOURCE ? ['@joinery/source', 'default'] : ['default'];
  const files = wanted.map((condition) => conditions[condition]).filter((file) => typeof file === 'string');
  if (files.length === 0) throw unloadable(pkg, 'its package.json has no `exports["./plan"]`');
  const there = files.map((file) => inside(pkg, file)).find((file) => existsSync(file));
  if (there === undefined) throw unloadable(pkg, `${files.join(' and ')} are missing: it has not been built`);
  return there;
}

function readSchema(pkg: FeaturePackage, path: string): Json {
  const schema = readJsonObject(inside(pkg, path));
  if (schema === undefined) throw unloadable(pkg, `its options schema ${path} cannot be read`);
  return schema as Json;
}

function inside(pkg: FeaturePackage, path: string): string {
  const file = resolve(pkg.folder, path);
  if (relative(pkg.folder, file).startsWith('..')) {
    throw unloadable(pkg, `${path} lies outside the package`);
  }
  return file;
}

function unloadable({ name, version, folder }: FeaturePackage, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'feature-unloadable',
    exitCode: EXIT.error,
    found: `The feature \`${name}\` ${version} cannot be loaded: ${why}.`,
    todo: 'Install the package again, or choose another version.',
    places: [folder],
  });
}
