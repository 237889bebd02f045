import type { State } from '../state/state.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line } from './line.ts';

/** What every screen has: a title, a body of exactly so many lines, and the keys. */
export interface Frame {
  readonly title: Line;
  readonly body: readonly Line[];
  readonly keys: string;
}

/** The lines of a frame, as many as the window has. */
export function frameLines({ title, body, keys }: Frame, { size }: State, { rule }: Glyphs): readonly Line[] {
  const room = bodyRows(size.rows);
  const filled = [...body.slice(0, room), ...Array<Line>(Math.max(0, room - body.length)).fill('')];
  return [
    title,
    [{ text: rule.repeat(size.columns), style: 'dim' }],
    ...filled,
    [{ text: keys, style: 'dim' }],
  ];
}

/** How many lines of a window are between the title and the keys. */
export function bodyRows(rows: number): number {
  return Math.max(1, rows - 3);
}

/** The part of a long list that shows the cursor. */
export function windowAround<T>(items: readonly T[], cursor: number, room: number): readonly T[] {
  const from = Math.max(0, Math.min(cursor - Math.floor(room / 2), items.length - room));
  return items.slice(from, from + room);
}

/** The part of a long text from a line on; the last page stays full. */
export function page<T>(items: readonly T[], scroll: number, room: number): readonly T[] {
  const from = Math.max(0, Math.min(scroll, items.length - room));
  return items.slice(from, from + room);
}
