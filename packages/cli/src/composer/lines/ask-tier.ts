import { TIERS } from '@joinery/kit';
import type { Terminal } from '../../terminal/terminal.ts';
import { turnTier } from '../state/choose.ts';
import type { State } from '../state/state.ts';

/** Ask for the tier until it is one; Enter keeps the one there is. `undefined` when the person gives up. */
export async function askTier(state: State, { ask, out }: Terminal): Promise<State | undefined> {
  const { tier } = state.request;
  for (;;) {
    const answer = await ask(`Which tier: ${TIERS.join(', ')}? Enter for ${tier}: `);
    if (answer === undefined) return undefined;
    const word = answer.trim();
    const wanted = word === '' ? tier : TIERS.find((one) => one === word);
    if (wanted !== undefined) return turnTo(state, TIERS.indexOf(wanted));
    out(`\`${word}\` is no tier.\n`);
  }
}

function turnTo(state: State, index: number): State {
  const away = index - TIERS.indexOf(state.request.tier);
  return away === 0 ? state : turnTo(turnTier(state, away > 0 ? 1 : -1), index);
}
