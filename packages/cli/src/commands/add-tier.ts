import { EXIT, type ExitCode, ProblemError } from '@joinery/engine';
import type { ApplyOptions } from '../program/options.ts';
import type { World } from '../program/world.ts';
import { changeTo } from './change.ts';
import { askPreset } from './preset.ts';

/** `joinery add --tier <tier>`: the features that the tier brings, as far as this service can have them. */
export function addTier(options: ApplyOptions, world: World): Promise<ExitCode> {
  const { tier, set = [] } = options;
  if (tier === undefined && set.length === 0) throw nothingNamed();
  const label = tier === undefined ? 'add' : `add --tier ${tier}`;
  return changeTo({ ...options, label }, world, askPreset(options));
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
