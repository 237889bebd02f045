import type { Tier } from '@joinery/kit';
import type { ComposeRequest } from '../compose/request.ts';
import { resolved } from '../resolver/answer/resolved.ts';
import { LIMITS } from '../resolver/limits.ts';
import type { ResolveRequest } from '../resolver/request.ts';
import type { Resolved, Unsolvable } from '../resolver/resolution.ts';
import { resolve } from '../resolver/resolve.ts';
import { solve } from '../resolver/solve.ts';
import { sortedRequest } from '../resolver/sorted-request.ts';
import { universeIndex } from '../resolver/universe/universe-index.ts';
import { wish } from '../resolver/universe/wish.ts';
import type { Survey } from './survey.ts';

/** What to try on a surveyed service. */
export type Trial = ComposeRequest & { readonly tier: Tier };

/** What a trial leads to: a set of features that fits the host, or why there is none. */
export type Attempt = Resolved | Unsolvable | Unsupported;

/** It would resolve, but a feature has no code for the host's framework. */
export interface Unsupported {
  readonly status: 'unsupported';
  readonly explanation: readonly string[];
  readonly fixes: readonly [];
}

/** Resolve what is wanted with features added and taken out; nothing is read, loaded or planned. */
export function attempt(survey: Survey, trial: Trial): Attempt {
  const resolution = resolve(survey.universe, askedFor(survey, trial));
  if (resolution.status === 'unsolvable') return resolution;
  return unsupported(resolution, survey) ?? resolution;
}

/** Whether a trial works out; far quicker than {@link attempt} where it does not, because nothing is explained. */
export function fits(survey: Survey, trial: Trial): boolean {
  const question = wish(sortedRequest(askedFor(survey, trial)));
  const solving = solve(universeIndex(survey.universe), question, LIMITS.steps);
  return solving.outcome.kind === 'solved' && unsupported(resolved(solving), survey) === undefined;
}

/** The question that a trial puts to the resolver. */
export function askedFor({ wanted, lock, facts }: Survey, trial: Trial): ResolveRequest {
  const kept = Object.entries(wanted.features).filter(([name]) => !trial.remove.includes(name));
  const features = new Map(kept.map(([name, { range }]) => [name, range]));
  for (const { name, range } of trial.add) features.set(name, range ?? features.get(name) ?? '*');
  return {
    features: Object.fromEntries(features),
    exclude: [...wanted.exclude, ...trial.exclude],
    tier: trial.tier,
    ...facts,
    lock: Object.fromEntries(Object.entries(lock.features).map(([name, { version }]) => [name, version])),
    prefer: trial.prefer,
  };
}

/** The trial of adding features to what is wanted. */
export function adding(names: readonly string[], tier: Tier): Trial {
  return { add: names.map((name) => ({ name })), remove: [], exclude: [], tier, prefer: 'lock' };
}

function unsupported({ versions }: Resolved, { host, manifests }: Survey): Unsupported | undefined {
  const framework = host.framework?.value.name;
  if (framework === undefined) return undefined;
  const without = Object.entries(versions)
    .filter(
      ([name, version]) => manifests.get(`${name}@${version}`)?.frameworks?.includes(framework) === false,
    )
    .map(([name]) => `\`${name}\``);
  if (without.length === 0) return undefined;
  const verb = without.length === 1 ? 'does' : 'do';
  const sentence = `This service uses ${framework}, which ${without.join(', ')} ${verb} not support.`;
  return { status: 'unsupported', explanation: [sentence], fixes: [] };
}
