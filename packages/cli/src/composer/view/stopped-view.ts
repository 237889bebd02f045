import { composedText, plain } from '@joinery/door';
import type { Screen, State } from '../state/state.ts';
import { bodyRows, type Frame, page } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import { wrap } from './line.ts';

type StoppedScreen = Extract<Screen, { kind: 'stopped' }>;

/** Why there is no plan, in the words every door uses. */
export function stoppedView(state: State, { composed, scroll }: StoppedScreen, glyphs: Glyphs): Frame {
  const lines = wrap(composedText(composed, plain).trimEnd(), state.size.columns - 1);
  return {
    title: [
      { text: 'Joinery', style: 'bold' },
      { text: `  ${state.survey.host.service.name}  no plan`, style: 'red' },
    ],
    body: page(lines, scroll, bodyRows(state.size.rows)),
    keys: `${glyphs.arrows} scroll  Esc back  Ctrl-C leave`,
  };
}
