import type { State } from '../state/state.ts';
import { visibleRows } from '../state/visible-rows.ts';
import { detailLines } from './detail.ts';
import { shownFacts } from './facts.ts';
import { bodyRows, type Frame, page } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import { type Line, padTo, wrap } from './line.ts';

/** A text laid over the screen: the help with what was found, or all about a feature or a conflict. */
export function readingView(
  state: State,
  { what, scroll }: NonNullable<State['reading']>,
  glyphs: Glyphs,
): Frame {
  const lines = what === 'help' ? helpLines(state) : wholeDetail(state);
  return {
    title: [{ text: 'Joinery', style: 'bold' }, { text: what === 'help' ? '  help' : '  details' }],
    body: page(lines, scroll, bodyRows(state.size.rows)),
    keys: `${glyphs.arrows} scroll  Esc back`,
  };
}

function wholeDetail(state: State): readonly Line[] {
  const { screen } = state;
  if (screen.kind !== 'features') return [];
  const visible = visibleRows(state.rows, screen.search);
  return detailLines(state, visible[Math.min(screen.cursor, visible.length - 1)]);
}

const KEYS = [
  ['Up, Down, PgUp, PgDn', 'move'],
  ['letters', 'search by name, title, category or summary; Backspace and Esc take them away'],
  ['Space', 'tick a feature, or take the tick away'],
  ['Left, Right', 'one tier down or up'],
  ['1 to 9', 'take that fix of a conflict'],
  ['Tab', 'all about the feature, or about the conflict'],
  ['Enter', 'go on: options, then the plan, then applying it'],
  ['Esc', 'one step back; on the list, leave'],
  ['Ctrl-C', 'leave at once; nothing is left behind'],
] as const;

function helpLines({ survey, size }: State): readonly Line[] {
  const facts = shownFacts(survey.host).flatMap(({ label, value, evidence }) =>
    wrap(
      `  ${padTo(label, 12)}${value}${evidence === undefined ? '' : `  (${evidence})`}`,
      size.columns - 2,
      ' '.repeat(14),
    ),
  );
  const unknown = survey.host.unknown.flatMap((text) => wrap(`  ${text}`, size.columns - 2, '  '));
  return [
    [{ text: 'Keys', style: 'bold' }],
    ...KEYS.flatMap(([key, does]) => wrap(`  ${padTo(key, 22)}${does}`, size.columns - 2, ' '.repeat(24))),
    '',
    [{ text: 'Signs', style: 'bold' }],
    '  [x] asked for   [+] comes along   [ ] not chosen    -  blocked',
    '',
    [{ text: 'Found in this service', style: 'bold' }],
    ...facts,
    ...unknown,
  ];
}
