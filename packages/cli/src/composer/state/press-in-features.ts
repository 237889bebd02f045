import { takeFixAt, toggle, turnTier } from './choose.ts';
import type { FeatureRow } from './feature-row.ts';
import type { Key } from './key.ts';
import { move } from './move.ts';
import type { Screen, State, Step } from './state.ts';
import { bestHit, visibleRows } from './visible-rows.ts';

type FeaturesScreen = Extract<Screen, { kind: 'features' }>;

/** A key on the list of features. Letters search; a number takes a fix while there is a conflict. */
export function pressInFeatures(state: State, screen: FeaturesScreen, key: Key): Step {
  const visible = visibleRows(state.rows, screen.search);
  const last = Math.max(0, visible.length - 1);
  const cursor = move(key, Math.min(screen.cursor, last), last, state.size.rows - 12);
  if (cursor !== undefined) return show(state, { ...screen, cursor });
  const row = visible[Math.min(screen.cursor, last)];
  switch (key.name) {
    case 'space':
      return { state: row === undefined ? state : toggle(state, row.name) };
    case 'left':
      return { state: turnTier(state, -1) };
    case 'right':
      return { state: turnTier(state, 1) };
    case 'return':
      return goOn(state, screen);
    case 'escape':
      return screen.search === '' ? { state, effect: { kind: 'leave' } } : widen(state, screen, '', row);
    case 'backspace':
      return widen(state, screen, [...screen.search].slice(0, -1).join(''), row);
    default:
      return type(state, screen, key);
  }
}

function type(state: State, screen: FeaturesScreen, { text, ctrl }: Key): Step {
  if (text === undefined || ctrl === true) return { state };
  if (screen.search === '' && /^[1-9]$/.test(text) && state.attempt.status === 'unsolvable') {
    return { state: takeFixAt(state, Number(text) - 1) };
  }
  return search(state, screen, screen.search + text);
}

/** A search begins at its best hit. */
function search(state: State, screen: FeaturesScreen, text: string): Step {
  return show(state, { ...screen, search: text, cursor: bestHit(visibleRows(state.rows, text), text) });
}

/** With less to search for, the cursor stays on its feature. */
function widen(state: State, screen: FeaturesScreen, text: string, row: FeatureRow | undefined): Step {
  const cursor = visibleRows(state.rows, text).findIndex(({ name }) => name === row?.name);
  return show(state, { ...screen, search: text, cursor: Math.max(0, cursor) });
}

/** Only what fits can be planned; the options come first. */
function goOn(state: State, screen: FeaturesScreen): Step {
  if (state.attempt.status !== 'resolved') {
    return { state: { ...state, reading: { what: 'details', scroll: 0 } } };
  }
  const working = { kind: 'working', what: 'Reading the options', back: screen } as const;
  return { state: { ...state, screen: working }, effect: { kind: 'load-options' } };
}

function show(state: State, screen: FeaturesScreen): Step {
  return { state: { ...state, screen } };
}
