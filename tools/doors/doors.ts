import { join } from 'node:path';
import { joinery } from '../running/joinery.ts';
import { NOT_ROOT } from '../running/not-root.ts';
import { type Finished, runCommand } from '../running/run-command.ts';
import type { Host } from './hosts.ts';
import { programOf } from './make-bench.ts';

/** One thing to ask for, in the words of each door. */
export interface Wish {
  readonly joinery: readonly string[];
  readonly nx: readonly string[];
  readonly yo: readonly string[];
}

export type DoorName = keyof Wish;

export const DOORS: readonly DoorName[] = ['joinery', 'nx', 'yo'];

/** Run a door's own process in a host, without installing packages. */
export function run(bench: string, door: DoorName, host: Host, words: readonly string[]): Promise<Finished> {
  const env = { HOME: join(bench, 'home'), NO_COLOR: '1' };
  const node = process.execPath;
  if (door === 'joinery') return joinery(words, { cwd: host.service, env });
  if (door === 'nx') return runCommand([node, programOf(bench, 'nx'), ...words], { cwd: host.root, env });
  return runCommand([node, NOT_ROOT, programOf(bench, 'yo'), ...words], { cwd: host.service, env });
}
