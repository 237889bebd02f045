import { join } from 'node:path';
import { type FeatureOrigin, readManifest } from '@joinery/engine';
import { accept } from './accept.ts';
import type { FoundFeature } from './found-feature.ts';
import { readJsonObject } from './json-record.ts';
import { loadFeature } from './load-feature.ts';

/** What every feature package carries in its `keywords`. */
const KEYWORD = 'joinery-feature';

/**
 * Read the feature in a package's folder; `undefined` when there is no package or it is no feature. Throws a ProblemError
 * that names everything that is wrong with its manifest.
 */
export function readFeature(folder: string, origin: FeatureOrigin): FoundFeature | undefined {
  const file = join(folder, 'package.json');
  const json = readJsonObject(file);
  if (json === undefined || !Array.isArray(json.keywords) || !json.keywords.includes(KEYWORD))
    return undefined;
  const { entry, manifest } = accept(readManifest(json, file));
  const { name, version } = entry;
  const load = () => loadFeature({ folder, exports: json.exports, name, version, manifest });
  return { entry, manifest, origin, load };
}
