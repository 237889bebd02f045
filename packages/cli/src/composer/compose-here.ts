import { EXIT, type ExitCode, ProblemError, survey } from '@joinery/engine';
import { uncommitted } from '../git/uncommitted.ts';
import { type ApplyOptions, placesOf, serviceOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { requireSettled } from '../transaction/as-writer.ts';
import { recover } from '../transaction/recover.ts';
import { composeInLines } from './lines/compose-in-lines.ts';
import { composeInWindow } from './window/compose-in-window.ts';

/** `joinery compose`, and `joinery` without arguments: choose, see the plan and apply it, at a terminal. */
export async function composeHere(options: ApplyOptions, world: World): Promise<ExitCode> {
  const { terminal } = world;
  if (!terminal.interactive) throw noTerminal();
  const service = serviceOf(world, options);
  const recovered = recover(world.disk, service);
  requireSettled(world.disk, service);
  const ports = world.open(service, placesOf(world, options));
  const surveyed = await survey(ports);
  const dirty = await uncommitted(service.folder, world.run);
  const warnings = [
    ...(recovered === undefined ? [] : [recovered]),
    ...(dirty.length === 0
      ? []
      : [`git has uncommitted changes in ${dirty.length} ${dirty.length === 1 ? 'file' : 'files'} here.`]),
  ];
  const session = { survey: surveyed, ports, service, options, warnings };
  const { openWindow } = terminal;
  return openWindow === undefined
    ? composeInLines(session, world)
    : composeInWindow(session, world, openWindow);
}

function noTerminal(): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'no-terminal',
    exitCode: EXIT.error,
    found: 'The composer needs a terminal, for both its questions and the answers, and here is none.',
    todo: 'Without one, use `joinery recommend`, `joinery plan` and `joinery add --yes`.',
  });
}
