import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { listedSource, openCatalog, readFeature } from '@joinery/catalog';
import type { LawReport } from './law-report.ts';
import { fixtureHosts, tryLaws } from './try-laws.ts';

/** What may be told of where to try; nothing must. */
export interface LawOptions {
  /** A folder of fixture folders; those of this package unless told. */
  readonly fixtures?: string;
  /** Random sets and orders a fixture; 3 unless told. */
  readonly runs?: number;
  /** Makes the sets of an earlier report again. */
  readonly seed?: number;
}

/**
 * Try the laws on the feature in a folder: alone, and together with the features that it names, in every fixture that the
 * resolver lets it into.
 *
 * @example expect((await checkLaws(__dirname)).faults).toEqual([]);
 */
export async function checkLaws(folder: string, options: LawOptions = {}): Promise<LawReport> {
  const own = readFeature(folder, 'workspace');
  if (own === undefined) throw new Error(`${folder} holds no feature`);
  const { requires, optional } = own.manifest;
  const named = Object.keys({ ...requires, ...optional }).filter((name) => !name.includes('.'));
  const workspace = workspaceAround(folder);
  const catalog = openCatalog({
    host: folder,
    ...(workspace === undefined ? {} : { workspace }),
    files: [],
    more: [listedSource(() => [own])],
  });
  const known = new Set(await catalog.names());
  return tryLaws({
    catalog,
    features: [own.entry.name, ...named.filter((name) => known.has(name))],
    folders: [folder],
    hosts: fixtureHosts(...(options.fixtures === undefined ? ownFixtures(folder) : [options.fixtures])),
    ...(options.runs === undefined ? {} : { runs: options.runs }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
}

function ownFixtures(folder: string): readonly string[] {
  const door = createRequire(join(folder, 'package.json')).resolve('@joinery/testing');
  return ['fixtures', 'workspaces/fixtures'].map((name) => join(dirname(dirname(door)), name));
}

/** The nearest folder above whose package.json names workspaces. */
function workspaceAround(folder: string): string | undefined {
  const parent = dirname(folder);
  if (parent === folder) return undefined;
  const manifest = join(parent, 'package.json');
  const isRoot = existsSync(manifest) && /"workspaces"\s*:/.test(readFileSync(manifest, 'utf8'));
  return isRoot ? parent : workspaceAround(parent);
}
