import type { Manifest } from '@joinery/kit';
import type { CatalogEntry } from '../resolver/request.ts';
import { check, isRecord } from './check.ts';
import { checkRecommend } from './check-recommend.ts';
import { checkRelations } from './check-relations.ts';
import type { Finding } from './finding.ts';
import type { JsonSchema } from './json-schema.ts';
import { parsed, type Reading, reading } from './reading.ts';
import { manifestSchema } from './schemas/manifest-schema.ts';
import { parts } from './schemas/parts.ts';

/** A feature's package.json, as far as resolving needs it. */
export interface DeclaredFeature {
  /** `health` for `@joinery/health`; everyone else's whole package name. */
  readonly entry: CatalogEntry;
  readonly manifest: Manifest;
}

const packageSchema: JsonSchema = {
  type: 'object',
  properties: { name: parts.name, version: parts.version, joinery: manifestSchema },
  required: ['name', 'version', 'joinery'],
};

/**
 * Read the manifest in a feature's package.json, given as text or parsed. All problems are reported at
 * once, each with file, key and what to write instead. Give `known`, the names of all features and
 * capabilities there are, to have required names checked too.
 */
export function readManifest(
  input: unknown,
  file: string,
  known?: readonly string[],
): Reading<DeclaredFeature> {
  const document = parsed(input);
  if ('finding' in document) return reading<DeclaredFeature>([document.finding], file, [], never);
  const { json } = document;
  const findings = [...check(packageSchema, json)];
  const manifest =
    isRecord(json) && isRecord(json.joinery) ? (json.joinery as unknown as Manifest) : undefined;
  const name = isRecord(json) && typeof json.name === 'string' ? json.name : '';
  if (manifest !== undefined && findings.every(({ kind }) => kind !== 'wrong-type')) {
    findings.push(...checkRelations(manifest, [name, shortName(name)], ['joinery']));
    findings.push(...checkRecommend(manifest));
    if (known !== undefined) findings.push(...unknownNames(manifest, [...known, shortName(name)]));
  }
  return reading(findings, file, [], () => declared(json as PackageJson));
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly joinery: Manifest;
}

function declared({ name, version, joinery }: PackageJson): DeclaredFeature {
  const { requires, optional, conflicts, provides, exclusive, tiers, host } = joinery;
  const given = Object.entries({ requires, optional, conflicts, provides, exclusive, tiers, host });
  const entry = {
    name: shortName(name),
    version,
    ...Object.fromEntries(given.filter(([, part]) => part !== undefined)),
  };
  return { entry, manifest: joinery };
}

function unknownNames(manifest: Manifest, known: readonly string[]): readonly Finding[] {
  const names = Object.keys(manifest.requires ?? {}).filter(
    (name) => !known.includes(name) && !Object.hasOwn(manifest.provides ?? {}, name),
  );
  return names.map((name) => ({ kind: 'unknown-name', path: ['joinery', 'requires', name], name, known }));
}

function shortName(packageName: string): string {
  return packageName.replace(/^@joinery\//, '');
}

function never(): never {
  throw new Error('a document with findings has no value');
}
