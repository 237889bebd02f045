import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Manifest } from '@joinery/kit';

/** A feature, as far as its doors need to know it. */
export interface DoorFeature {
  /** `health`; also its folder under generators/. */
  readonly name: string;
  /** `@joinery/health`. */
  readonly packageName: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly tiers: NonNullable<Manifest['tiers']>;
  /** What it generates, by kind. */
  readonly generators?: NonNullable<Manifest['generators']>;
  /** Option → its JSON Schema. */
  readonly options: Readonly<Record<string, OptionSchema>>;
}

export type OptionSchema = Readonly<Record<string, Json>>;

interface FeaturePackage {
  readonly name: string;
  readonly version: string;
  readonly joinery: Manifest;
}

/** Read the manifest and the options schema of every feature under generators/, sorted by name. */
export function readFeatures(root: string): readonly DoorFeature[] {
  const folder = join(root, 'generators');
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return names.sort().map((name) => readFeature(join(folder, name), name));
}

function readFeature(folder: string, name: string): DoorFeature {
  const json = readJson<FeaturePackage>(join(folder, 'package.json'));
  const { title, summary, category, tiers, options, generators } = json.joinery;
  const schema =
    options === undefined
      ? {}
      : readJson<{ readonly properties?: DoorFeature['options'] }>(join(folder, options));
  return {
    name,
    packageName: json.name,
    version: json.version,
    title,
    summary,
    category,
    tiers: tiers ?? {},
    options: schema.properties ?? {},
    ...(generators === undefined ? {} : { generators }),
  };
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
