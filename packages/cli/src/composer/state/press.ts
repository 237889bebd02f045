import type { Key } from './key.ts';
import { move } from './move.ts';
import { pressInFeatures } from './press-in-features.ts';
import { pressInOptions } from './press-in-options.ts';
import { pressInPlan } from './press-in-plan.ts';
import type { State, Step } from './state.ts';

/** The next state after a key press. */
export function press(state: State, key: Key): Step {
  const { screen, reading } = state;
  if (key.ctrl === true && (key.name === 'c' || key.name === 'd')) return cancel(state);
  if (reading !== undefined) return pressInText(state, reading, key);
  const typing = screen.kind === 'options' && screen.typed !== undefined;
  if (key.text === '?' && !typing) return { state: { ...state, reading: { what: 'help', scroll: 0 } } };
  switch (screen.kind) {
    case 'features':
      if (key.name === 'tab') return { state: { ...state, reading: { what: 'details', scroll: 0 } } };
      return pressInFeatures(state, screen, key);
    case 'options':
      return pressInOptions(state, screen, key);
    case 'plan':
      return pressInPlan(state, screen, key);
    case 'stopped':
      if (['escape', 'return', 'left'].includes(key.name))
        return { state: { ...state, screen: screen.back } };
      return {
        state: {
          ...state,
          screen: { ...screen, scroll: move(key, screen.scroll, 1000, 10) ?? screen.scroll },
        },
      };
    case 'working':
    case 'applying':
      return { state };
  }
}

/** While files are being written, giving up puts them back first. */
function cancel(state: State): Step {
  if (state.screen.kind !== 'applying') return { state, effect: { kind: 'leave' } };
  if (state.screen.cancelling) return { state };
  return { state: { ...state, screen: { ...state.screen, cancelling: true } }, effect: { kind: 'abort' } };
}

function pressInText(state: State, reading: NonNullable<State['reading']>, key: Key): Step {
  const scroll = move(
    key.name === 'space' ? { ...key, name: 'pagedown' } : key,
    reading.scroll,
    1000,
    state.size.rows - 4,
  );
  if (scroll !== undefined) return { state: { ...state, reading: { ...reading, scroll } } };
  const closes = ['escape', 'return', 'tab', 'q', 'left'].includes(key.name) || key.text === '?';
  if (!closes) return { state };
  const { reading: _, ...rest } = state;
  return { state: rest };
}
