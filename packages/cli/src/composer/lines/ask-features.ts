import type { Terminal } from '../../terminal/terminal.ts';
import { takeFixAt, toggle } from '../state/choose.ts';
import type { State } from '../state/state.ts';
import { listText } from './list-text.ts';
import { readChoice } from './read-choice.ts';

/** Ask for features until they fit together and the person is content. `undefined` when the person gives up. */
export async function askFeatures(state: State, terminal: Terminal): Promise<State | undefined> {
  terminal.out(listText(state));
  const answer = await terminal.ask(
    'Numbers or names to tick or untick, separated by spaces; Enter to go on: ',
  );
  if (answer === undefined) return undefined;
  if (answer.trim() === '' && state.attempt.status === 'resolved') return state;
  const { toggled, unknown } = readChoice(answer, state.rows);
  for (const word of unknown) terminal.out(`There is no feature \`${word}\`.\n`);
  const next = toggled.reduce(toggle, state);
  const settled = await settleConflict(next, terminal);
  return settled === undefined ? undefined : askFeatures(settled, terminal);
}

async function settleConflict(state: State, terminal: Terminal): Promise<State | undefined> {
  const { attempt } = state;
  if (attempt.status === 'resolved') return state;
  const fixes = attempt.fixes.map(
    ({ change, consequence }, index) => `  ${index + 1}. ${change}: ${consequence}`,
  );
  terminal.out(
    [
      '',
      'These features do not fit together here:',
      ...attempt.explanation.map((sentence) => `  ${sentence}`),
      ...(fixes.length === 0 ? [] : ['Each of these has been tried and works:', ...fixes]),
      '',
    ].join('\n'),
  );
  if (fixes.length === 0) return state;
  const answer = await terminal.ask('The number of a fix to take; Enter to choose otherwise: ');
  if (answer === undefined) return undefined;
  return /^[1-9]$/.test(answer.trim()) ? takeFixAt(state, Number(answer) - 1) : state;
}
