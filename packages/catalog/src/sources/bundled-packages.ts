import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type FeatureSource, type FoundFeature, listedSource } from '../feature/found-feature.ts';
import { readFeature } from '../feature/read-package.ts';
import { moduleFolders, namedPackages } from './host-packages.ts';

/**
 * The features that come with the running tool: those its own package depends on, and the `@joinery` packages
 * installed next to it. There is no list: a new feature is found because it is there.
 */
export function bundledPackages(tool: string): FeatureSource {
  return listedSource(() => {
    const folder = realpathSync(tool);
    return [...namedPackages(folder, 'bundled'), ...neighbours(folder)];
  });
}

function neighbours(folder: string): readonly FoundFeature[] {
  return moduleFolders(folder).flatMap((modules) => {
    const scope = join(modules, '@joinery');
    return namesIn(scope).flatMap((name) => readFeature(join(scope, name), 'bundled') ?? []);
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
