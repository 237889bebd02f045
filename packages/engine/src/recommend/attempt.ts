import type { Tier } from '@joinery/kit';
import type { ResolveRequest } from '../resolver/request.ts';
import type { Resolved, Unsolvable } from '../resolver/resolution.ts';
import { resolve } from '../resolver/resolve.ts';
import type { Survey } from './survey.ts';

/** What to try on a surveyed service. */
export interface Trial {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  readonly tier: Tier;
}

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

/** The question that a trial puts to the resolver. */
export function askedFor({ wanted, lock, facts }: Survey, { add, remove, tier }: Trial): ResolveRequest {
  const kept = Object.entries(wanted.features).filter(([name]) => !remove.includes(name));
  const features = new Map(kept.map(([name, { range }]) => [name, range]));
  for (const name of add) if (!features.has(name)) features.set(name, '*');
  return {
    features: Object.fromEntries(features),
    exclude: wanted.exclude,
    tier,
    ...facts,
    lock: Object.fromEntries(Object.entries(lock.features).map(([name, { version }]) => [name, version])),
    prefer: 'lock',
  };
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
