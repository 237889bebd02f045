import { EXIT, type ExitCode, readLockfile, readWanted } from '@joinery/engine';
import { answerJson } from '../program/answer.ts';
import { type ApplyOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { change } from './change.ts';

/** `joinery tier <tier>`: move a service up or down; without a tier, tell where it is. */
export async function tier(name: string | undefined, options: ApplyOptions, world: World): Promise<ExitCode> {
  if (name !== undefined) return change({ tier: name, label: `tier ${name}` }, options, world);
  const { tree } = world.open(serviceOf(world, options), placesOf(world, options));
  const lock = readLockfile(tree);
  const wanted = readWanted(tree).tier ?? 'basic';
  const there = Object.keys(lock.features).length === 0 ? wanted : lock.tier;
  if (options.json === true) answerJson({ kind: 'tier', wanted, there }, world.terminal);
  else world.terminal.out(`${there}${wanted === there ? '' : ` (joinery.json wants ${wanted})`}\n`);
  return EXIT.done;
}
