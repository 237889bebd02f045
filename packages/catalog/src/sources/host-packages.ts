import { dirname, join } from 'node:path';
import { type FeatureSource, type FoundFeature, listedSource } from '../feature/found-feature.ts';
import { isRecord, readJsonObject } from '../feature/json-record.ts';
import { readFeature } from '../feature/read-package.ts';

/** The features that the package.json of a service or its workspace names; whatever else is installed is nobody's wish. */
export function hostPackages(folders: readonly string[]): FeatureSource {
  return listedSource(() => folders.flatMap((folder) => namedPackages(folder, 'node_modules')));
}

/** Features among the packages that the package.json in a folder depends on, found as Node.js would find them. */
export function namedPackages(folder: string, origin: FoundFeature['origin']): readonly FoundFeature[] {
  const json = readJsonObject(join(folder, 'package.json'));
  const fields = [json?.dependencies, json?.devDependencies, json?.optionalDependencies];
  const names = new Set(fields.flatMap((field) => (isRecord(field) ? Object.keys(field) : [])));
  return [...names].flatMap((name) => installed(folder, name, origin) ?? []);
}

/** Every `node_modules` a module in the folder may load from, nearest first. */
export function moduleFolders(folder: string): readonly string[] {
  const parent = dirname(folder);
  return [join(folder, 'node_modules'), ...(parent === folder ? [] : moduleFolders(parent))];
}

function installed(folder: string, name: string, origin: FoundFeature['origin']): FoundFeature | undefined {
  for (const modules of moduleFolders(folder)) {
    const place = join(modules, name);
    if (readJsonObject(join(place, 'package.json')) !== undefined) return readFeature(place, origin);
  }
  return undefined;
}
