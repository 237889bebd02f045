import type { Json } from '@joinery/kit';
import { withSetting } from './choose.ts';
import type { Key } from './key.ts';
import { move } from './move.ts';
import { type OptionField, readTyped } from './option-field.ts';
import type { OptionsScreen, State, Step } from './state.ts';

/** A key among the options: typing fills the field under the cursor, and is checked at every letter. */
export function pressInOptions(state: State, screen: OptionsScreen, key: Key): Step {
  const field = screen.fields[screen.cursor];
  if (field !== undefined && screen.typed !== undefined) return pressInField(state, screen, field, key);
  const cursor = move(key, screen.cursor, screen.fields.length, state.size.rows - 10);
  if (cursor !== undefined) return { state: { ...state, screen: { ...screen, cursor } } };
  if (key.name === 'escape') return { state: { ...state, screen: screen.back } };
  if (key.name === 'tab') {
    return { state: { ...state, screen: { ...screen, cursor: screen.fields.length } } };
  }
  if (field === undefined) return key.name === 'return' ? plan(state, screen) : { state };
  if (field.choices !== undefined) return choose(state, field, field.choices, key);
  return beginTyping(state, screen, field, key);
}

function plan(state: State, screen: OptionsScreen): Step {
  const working = { kind: 'working', what: 'Working out the plan', back: screen } as const;
  return { state: { ...state, screen: working }, effect: { kind: 'plan' } };
}

/** Space, Enter and the arrows step through the values. */
function choose(state: State, field: OptionField, choices: readonly Json[], { name }: Key): Step {
  const by = name === 'left' ? -1 : ['right', 'space', 'return'].includes(name) ? 1 : 0;
  if (by === 0) return { state };
  const now = choices.findIndex((value) => JSON.stringify(value) === shown(state, field));
  const next = choices[(now + by + choices.length) % choices.length];
  return next === undefined ? { state } : { state: withSetting(state, field, next) };
}

/** Enter begins with what is there; a letter begins anew. */
function beginTyping(state: State, screen: OptionsScreen, field: OptionField, key: Key): Step {
  const value = state.settings[field.feature]?.[field.name];
  const there = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  if (key.name === 'return') return typing(state, screen, there);
  if (key.name === 'backspace') return typing(state, screen, '');
  return key.text === undefined || key.ctrl === true ? { state } : typing(state, screen, key.text);
}

function pressInField(state: State, screen: OptionsScreen, field: OptionField, key: Key): Step {
  const typed = screen.typed ?? '';
  if (key.name === 'escape') return { state: { ...state, screen: withoutTyped(screen) } };
  if (key.name === 'backspace') return typing(state, screen, [...typed].slice(0, -1).join(''));
  if (key.name === 'return' || key.name === 'tab' || key.name === 'down' || key.name === 'up') {
    return accept(state, screen, field, typed);
  }
  const text = key.name === 'space' ? ' ' : key.text;
  return text === undefined || key.ctrl === true ? { state } : typing(state, screen, typed + text);
}

/** A faulty value keeps the cursor where it is. */
function accept(state: State, screen: OptionsScreen, field: OptionField, typed: string): Step {
  const read = readTyped(field, typed);
  if (read.kind === 'fault') return { state };
  const next = withSetting(state, field, read.kind === 'value' ? read.value : undefined);
  return { state: { ...next, screen: { ...withoutTyped(screen), cursor: screen.cursor + 1 } } };
}

function typing(state: State, screen: OptionsScreen, typed: string): Step {
  return { state: { ...state, screen: { ...screen, typed } } };
}

function withoutTyped({ typed: _, ...screen }: OptionsScreen): OptionsScreen {
  return screen;
}

/** The value that holds for a field, as JSON. */
function shown({ settings }: State, { feature, name, fallback }: OptionField): string | undefined {
  const value = settings[feature]?.[name];
  return value === undefined ? fallback : JSON.stringify(value);
}
