import { readRequest } from '@joinery/door';
import { EXIT, type ExitCode, ProblemError, withPreset } from '@joinery/engine';
import { type ApplyOptions, askedOf } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { changeTo } from './change.ts';

/** `joinery add --tier <tier>`: the features that the tier brings, as far as this service can have them. */
export function addTier(options: ApplyOptions, world: World): Promise<ExitCode> {
  const { tier, ...request } = readRequest(askedOf(options, {}));
  if (tier === undefined && request.add.length === 0) throw nothingNamed();
  const labelled = { ...options, label: tier === undefined ? 'add' : `add --tier ${tier}` };
  if (tier === undefined) return changeTo(labelled, world, async () => ({ request, skipped: [] }));
  return changeTo(labelled, world, (ports) => withPreset({ ...request, tier }, ports));
}

function nothingNamed(): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-request',
    exitCode: EXIT.error,
    found: 'The request names neither a feature nor a tier.',
    todo: 'Name features (`joinery add health`) or a tier (`joinery add --tier basic`); `joinery recommend` says what the service lacks.',
  });
}
