import { askedFor, attempt, type Survey, type Trial, takeFix } from '@joinery/engine';
import { type Json, TIERS, type Tier } from '@joinery/kit';
import { blockedAt } from './blocked-at.ts';
import type { State } from './state.ts';

/** The names that people have asked for: in joinery.json before, or by a tick. */
export function ticked({ wanted }: Survey, { add, remove }: Trial): ReadonlySet<string> {
  const kept = Object.keys(wanted.features).filter((name) => !remove.includes(name));
  return new Set([...kept, ...add.map(({ name }) => name)]);
}

/** Tick a feature, or take its tick away, and resolve at once. */
export function toggle(state: State, name: string): State {
  const { survey, request } = state;
  const { add, remove } = request;
  const wanted = Object.hasOwn(survey.wanted.features, name);
  if (!ticked(survey, request).has(name)) {
    const next = wanted
      ? { ...request, remove: remove.filter((one) => one !== name) }
      : { ...request, add: [...add, { name }] };
    return withRequest(state, next);
  }
  const less = add.filter((one) => one.name !== name);
  return withRequest(state, { ...request, add: less, remove: wanted ? [...remove, name] : remove });
}

/** Go up or down one tier. */
export function turnTier(state: State, by: 1 | -1): State {
  const tier = TIERS[TIERS.indexOf(state.request.tier) + by];
  return tier === undefined ? state : withTier(state, tier);
}

/** Take one of the fixes of a conflict; those that only people can take leave all as it is. */
export function takeFixAt(state: State, index: number): State {
  const fix = state.attempt.status === 'unsolvable' ? state.attempt.fixes[index] : undefined;
  if (fix === undefined) return state;
  const { survey, request } = state;
  const wanted = Object.keys(survey.wanted.features);
  const taken = takeFix({ request, asked: askedFor(survey, request), wanted }, fix);
  if (taken === undefined) return state;
  return withRequest(withTier(state, taken.tier ?? request.tier), {
    ...taken,
    tier: taken.tier ?? request.tier,
  });
}

/** Set an option of a feature; `undefined` leaves it to its default. */
export function withSetting(
  state: State,
  { feature, name }: { readonly feature: string; readonly name: string },
  value: Json | undefined,
): State {
  const { [name]: _, ...others } = state.settings[feature] ?? {};
  const own = value === undefined ? others : { ...others, [name]: value };
  return { ...state, settings: { ...state.settings, [feature]: own } };
}

function withTier(state: State, tier: Tier): State {
  if (tier === state.request.tier) return state;
  return withRequest({ ...state, blocked: blockedAt(state.survey, tier) }, { ...state.request, tier });
}

function withRequest(state: State, request: Trial): State {
  return { ...state, request, attempt: attempt(state.survey, request) };
}
