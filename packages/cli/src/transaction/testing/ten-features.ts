import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCatalog } from '@joinery/catalog';
import type { Plan } from '@joinery/engine';
import { fittingFeatures, type HostFiles, openWorkbench, readHostFiles } from '@joinery/testing';
import type { HostPlace } from '../host-place.ts';
import { put } from './host.ts';

const root = join(__dirname, '../../../../..');

/** A service, and the plan that adds ten features to it: those that the seed chooses. */
export interface TenFeatures {
  readonly files: HostFiles;
  readonly features: readonly string[];
  readonly plan: Plan;
}

export async function tenFeatures(seed: number): Promise<TenFeatures> {
  const catalog = openCatalog({ workspace: root, files: [], more: [] });
  const bench = openWorkbench(catalog);
  const files = readHostFiles(join(root, 'packages/testing/fixtures/parcels-express'));
  const sample = { tier: 'advanced', most: 10, seed } as const;
  const features = await fittingFeatures(bench, files, await catalog.names(), sample);
  const add = features.map((name) => ({ name }));
  const plan = await bench.compose(files, { add, tier: 'advanced' });
  if (plan.kind !== 'plan') throw new Error(`no plan for ${features.join(', ')}`);
  return { files, features, plan };
}

/** The service in a temporary folder. */
export function writeHost({ files }: TenFeatures): HostPlace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ten-')));
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  put(folder, 'package-lock.json', '{ "lock": 1 }\n');
  return { folder, workspace: undefined };
}
