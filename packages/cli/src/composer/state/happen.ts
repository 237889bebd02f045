import type { Composed, Feature } from '@joinery/engine';
import { optionFields } from './option-field.ts';
import type { Size, State, Step } from './state.ts';

/** What the world tells the composer. */
export type Happening =
  | { readonly kind: 'resized'; readonly size: Size }
  | { readonly kind: 'options-loaded'; readonly features: readonly Feature[] }
  | { readonly kind: 'composed'; readonly composed: Composed; readonly took: number }
  | { readonly kind: 'progress'; readonly text: string; readonly at: number }
  | { readonly kind: 'time'; readonly at: number };

/** The next state after something that happened elsewhere. */
export function happen(state: State, happening: Happening): Step {
  switch (happening.kind) {
    case 'resized':
      return { state: { ...state, size: happening.size } };
    case 'options-loaded':
      return optionsLoaded(state, happening.features);
    case 'composed':
      return composed(state, happening.composed, happening.took);
    case 'progress':
      return progress(state, happening.text, happening.at);
    case 'time':
      return state.screen.kind === 'applying'
        ? { state: { ...state, screen: { ...state.screen, now: happening.at } } }
        : { state };
  }
}

/** Features without options lead on to the plan. */
function optionsLoaded(state: State, features: readonly Feature[]): Step {
  const fields = optionFields(features);
  const back = state.screen.kind === 'working' ? state.screen.back : state.screen;
  if (fields.length > 0) return { state: { ...state, screen: { kind: 'options', fields, cursor: 0, back } } };
  const working = { kind: 'working', what: 'Working out the plan', back } as const;
  return { state: { ...state, screen: working }, effect: { kind: 'plan' } };
}

function composed(state: State, result: Composed, took: number): Step {
  const back = state.screen.kind === 'working' ? state.screen.back : state.screen;
  if (result.kind !== 'plan') {
    return { state: { ...state, screen: { kind: 'stopped', composed: result, scroll: 0, back } } };
  }
  return { state: { ...state, screen: { kind: 'plan', plan: result, cursor: 0, took, back } } };
}

function progress(state: State, text: string, at: number): Step {
  const { screen } = state;
  if (screen.kind !== 'applying') return { state };
  const steps = [...screen.steps.map((step) => ({ until: at, ...step })), { text, from: at }];
  return { state: { ...state, screen: { ...screen, steps, now: at } } };
}
