import { ticked } from '../state/choose.ts';
import type { FeatureRow } from '../state/feature-row.ts';
import type { Screen, State } from '../state/state.ts';
import { visibleRows } from '../state/visible-rows.ts';
import { detailLines } from './detail.ts';
import { shownFacts } from './facts.ts';
import { featureStatus } from './feature-status.ts';
import { bodyRows, type Frame, windowAround } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import { type Line, padTo, wrap } from './line.ts';

type FeaturesScreen = Extract<Screen, { kind: 'features' }>;

/** The list of features, with what was found above it and what the choice leads to below. */
export function featuresView(state: State, screen: FeaturesScreen, glyphs: Glyphs): Frame {
  const visible = visibleRows(state.rows, screen.search);
  const cursor = Math.max(0, Math.min(screen.cursor, visible.length - 1));
  const room = bodyRows(state.size.rows);
  const head = [
    ...foundLines(state, glyphs, room),
    tierLine(state, glyphs),
    searchLine(screen, visible.length, state),
  ];
  const lines = listLines(state, visible, cursor, glyphs);
  const least = Math.floor(room * (state.attempt.status === 'resolved' ? (room < 18 ? 0.25 : 0.32) : 0.55));
  const detailRoom = Math.max(least, room - head.length - 1 - lines.length - 1);
  const detail = detailLines(state, visible[cursor]);
  const shown =
    detail.length <= detailRoom
      ? detail
      : [...detail.slice(0, detailRoom - 1), moreLine(detail.length - detailRoom + 1, glyphs)];
  const listRoom = Math.max(1, room - head.length - 1 - detailRoom);
  const list = windowAround(listLines(state, visible, cursor, glyphs), positionOf(visible, cursor), listRoom);
  const filled = [...list, ...Array<Line>(Math.max(0, listRoom - list.length)).fill('')];
  const rule: Line = [{ text: glyphs.rule.repeat(state.size.columns), style: 'dim' }];
  return {
    title: titleLine(state),
    body: [...head, ...filled, rule, ...shown],
    keys: `${glyphs.arrows} move  Space tick  type to search  Tab details  Enter go on  ? help  Esc leave`,
  };
}

/** The list with a heading for each category. */
function listLines(
  state: State,
  rows: readonly FeatureRow[],
  cursor: number,
  glyphs: Glyphs,
): readonly Line[] {
  if (rows.length === 0) return ['  Nothing matches. Backspace takes a letter away, Esc the whole search.'];
  const width = Math.min(30, Math.max(...state.rows.map(({ name }) => name.length)));
  return rows.flatMap((row, index) => {
    const heading: readonly Line[] =
      rows[index - 1]?.category === row.category ? [] : [[{ text: row.category, style: 'bold' }]];
    return [...heading, rowLine(state, row, index === cursor, width, glyphs)];
  });
}

/** Where the row of the cursor is among rows and headings. */
function positionOf(rows: readonly FeatureRow[], cursor: number): number {
  const headings = rows
    .slice(0, cursor + 1)
    .filter((row, index) => rows[index - 1]?.category !== row.category);
  return cursor + headings.length;
}

function rowLine(state: State, row: FeatureRow, here: boolean, width: number, glyphs: Glyphs): Line {
  const { box, words, style } = featureStatus(row, state);
  const name = padTo(row.name, width);
  return [
    { text: here ? `${glyphs.pointer} ` : '  ', style: 'cyan' },
    { text: `${box} ` },
    here ? { text: name, style: 'bold' } : { text: name },
    { text: `  ${padTo(words, 17)}  `, ...(style === undefined ? {} : { style }) },
    { text: row.title, style: 'dim' },
  ];
}

function titleLine({ survey, request, attempt }: State): Line {
  const now = ticked(survey, request);
  const added = [...now].filter((name) => !Object.hasOwn(survey.lock.features, name)).length;
  const chosen = attempt.status === 'resolved' ? Object.keys(attempt.versions) : [...now];
  const along = chosen.filter((name) => !now.has(name) && !Object.hasOwn(survey.lock.features, name)).length;
  const removed = Object.keys(survey.lock.features).filter((name) => !chosen.includes(name)).length;
  const counts = [
    ...(added > 0 ? [`${added} to add`] : []),
    ...(along > 0 ? [`${along} ${along === 1 ? 'comes' : 'come'} along`] : []),
    ...(removed > 0 ? [`${removed} to remove`] : []),
  ];
  const state = attempt.status === 'resolved' ? counts.join(', ') || 'nothing chosen yet' : 'does not fit';
  return [
    { text: 'Joinery', style: 'bold' },
    { text: `  ${survey.host.service.name}  ` },
    { text: state, style: attempt.status === 'resolved' ? 'green' : 'red' },
  ];
}

function foundLines({ survey, size }: State, { dot }: Glyphs, room: number): readonly Line[] {
  const most = room >= 18 ? 3 : room >= 13 ? 1 : 0;
  const facts = shownFacts(survey.host).map(({ value, evidence }) =>
    evidence === undefined ? value : `${value} (${evidence})`,
  );
  const lines = wrap(
    `Found: ${facts.map((fact) => fact.replaceAll(' ', '\u00a0')).join(` ${dot} `)}`,
    size.columns,
  );
  return lines.slice(0, most).map((line) => line.replaceAll('\u00a0', ' '));
}

function tierLine({ request, gaps }: State, { left, right }: Glyphs): Line {
  const complete = gaps.find(({ tier }) => tier === request.tier)?.complete ?? 0;
  return [
    { text: 'Tier ' },
    { text: `${left} ${request.tier} ${right}`, style: 'bold' },
    { text: `  ${complete} % of what it brings is here. Left and right change it.`, style: 'dim' },
  ];
}

function searchLine({ search }: FeaturesScreen, hits: number, { rows }: State): Line {
  if (search === '') return [{ text: `Search: type to find among ${rows.length} features`, style: 'dim' }];
  return [
    { text: 'Search: ' },
    { text: `${search}_`, style: 'bold' },
    { text: `  ${hits} of ${rows.length}`, style: 'dim' },
  ];
}

function moreLine(count: number, { ellipsis }: Glyphs): Line {
  return [{ text: `${ellipsis} ${count} more lines: Tab shows all`, style: 'dim' }];
}
