import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../running/joinery.ts';

/** A place to run the doors in. */
export interface Host {
  /** Where Nx runs. */
  readonly root: string;
  /** Where `joinery` and `yo` run. */
  readonly service: string;
}

const FIXTURE = join(ROOT, 'packages/testing/fixtures/parcels-express');

/** A small Express service that stands alone; two files of Nx make it a workspace of one project. */
export function standalone(folder: string): Host {
  cpSync(FIXTURE, folder, { recursive: true });
  writeJson(join(folder, 'nx.json'), { analytics: false });
  writeJson(join(folder, 'project.json'), { name: 'parcels' });
  return { root: folder, service: folder };
}

/** The same service as the project `parcels` of an Nx workspace. */
export function nxProject(folder: string): Host {
  const service = join(folder, 'apps/parcels');
  mkdirSync(service, { recursive: true });
  cpSync(FIXTURE, service, { recursive: true });
  writeJson(join(folder, 'package.json'), { name: 'acme', private: true, workspaces: ['apps/*'] });
  writeJson(join(folder, 'nx.json'), { analytics: false });
  return { root: folder, service };
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
