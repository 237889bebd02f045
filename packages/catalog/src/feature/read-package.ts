import { join } from 'node:path';
import { EXIT, type FeatureOrigin, ProblemError } from '@joinery/engine';
import type { Manifest } from '@joinery/kit';
import type { FeaturePackage } from './feature-package.ts';
import type { FoundFeature } from './found-feature.ts';
import { isRecord, readJsonObject } from './json-record.ts';
import { loadFeature } from './load-feature.ts';

/** What every feature package carries in its `keywords`. */
const KEYWORD = 'joinery-feature';

/** Read the feature in a package's folder; `undefined` when there is no package or it is no feature. */
export function readFeature(folder: string, origin: FeatureOrigin): FoundFeature | undefined {
  const file = join(folder, 'package.json');
  const json = readJsonObject(file);
  if (json === undefined || !isList(json.keywords) || !json.keywords.includes(KEYWORD)) return undefined;
  const pkg = { folder, exports: json.exports, ...identity(json, file), manifest: manifestOf(json, file) };
  return { ...describe(pkg), origin, load: () => loadFeature(pkg) };
}

/** `health` for `@joinery/health`; everyone else's packages keep their whole name. */
export function shortName(packageName: string): string {
  return packageName.replace(/^@joinery\//, '');
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function describe({ name, version, manifest }: FeaturePackage): Pick<FoundFeature, 'entry' | 'manifest'> {
  const { requires, optional, conflicts, provides, exclusive, tiers, host } = manifest;
  const parts = Object.entries({ requires, optional, conflicts, provides, exclusive, tiers, host });
  const given = Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  return { entry: { name, version, ...given }, manifest };
}

function identity(json: Readonly<Record<string, unknown>>, file: string) {
  if (typeof json.name !== 'string' || typeof json.version !== 'string') {
    throw broken(file, 'it needs a `name` and a `version`');
  }
  return { name: shortName(json.name), version: json.version };
}

function manifestOf(json: Readonly<Record<string, unknown>>, file: string): Manifest {
  const manifest = json.joinery;
  if (!isRecord(manifest)) throw broken(file, 'its `joinery` field must be an object');
  if (manifest.schema !== 1) throw broken(file, '`joinery.schema` must be 1');
  for (const key of ['title', 'summary', 'category']) {
    if (typeof manifest[key] !== 'string') throw broken(file, `\`joinery.${key}\` must be a text`);
  }
  return manifest as unknown as Manifest;
}

function broken(file: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-manifest',
    exitCode: EXIT.error,
    found: `The feature package at ${file} cannot be used: ${why}.`,
    todo: 'Correct that file, or uninstall the package.',
    places: [file],
  });
}
