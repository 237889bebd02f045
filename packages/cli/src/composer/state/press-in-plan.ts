import { shownChanges } from '../view/plan-tree.ts';
import type { Key } from './key.ts';
import { move } from './move.ts';
import type { PlanScreen, State, Step } from './state.ts';

/** A key on the plan: files to look into, and the way to applying it. */
export function pressInPlan(state: State, screen: PlanScreen, key: Key): Step {
  const files = shownChanges(screen.plan).length;
  if (screen.diff !== undefined) return pressInDiff(state, screen, screen.diff, files, key);
  const cursor = move(key, screen.cursor, files, state.size.rows - 8);
  if (cursor !== undefined) return show(state, { ...screen, cursor });
  if (key.name === 'escape') return { state: { ...state, screen: screen.back } };
  if (key.name === 'tab') return show(state, { ...screen, cursor: files });
  if (key.name !== 'return' && key.name !== 'right') return { state };
  if (screen.cursor < files) return show(state, { ...screen, diff: 0 });
  return key.name === 'return' ? apply(state, screen) : { state };
}

function apply(state: State, { plan, took }: PlanScreen): Step {
  if (plan.changes.length === 0) return { state, effect: { kind: 'leave' } };
  const steps = [{ text: 'Resolving and planning', from: 0, until: took }];
  const screen = { kind: 'applying', plan, steps, cancelling: false, now: 0 } as const;
  return { state: { ...state, screen }, effect: { kind: 'apply', plan } };
}

/** In a diff the arrows scroll; `n` and `p` go to the next and the previous file. */
function pressInDiff(state: State, screen: PlanScreen, scroll: number, files: number, key: Key): Step {
  const { diff: _, ...closed } = screen;
  if (['escape', 'left', 'return', 'q'].includes(key.name)) return show(state, closed);
  const by = key.name === 'n' ? 1 : key.name === 'p' ? -1 : 0;
  const other = screen.cursor + by;
  if (by !== 0)
    return other < 0 || other >= files ? { state } : show(state, { ...screen, cursor: other, diff: 0 });
  const page = state.size.rows - 4;
  const down = key.name === 'space' ? { ...key, name: 'pagedown' } : key;
  const to = move(down, scroll, MOST_LINES, page);
  return to === undefined ? { state } : show(state, { ...screen, diff: to });
}

/** The view stops earlier, at the last line. */
const MOST_LINES = 100_000;

function show(state: State, screen: PlanScreen): Step {
  return { state: { ...state, screen } };
}
