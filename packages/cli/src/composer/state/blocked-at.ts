import { adding, fits, type Survey } from '@joinery/engine';
import type { Tier } from '@joinery/kit';

const known = new WeakMap<Survey, Map<Tier, ReadonlySet<string>>>();

/** The features that cannot be had at a tier, beside those that are wanted already. */
export function blockedAt(survey: Survey, tier: Tier): ReadonlySet<string> {
  const tiers = known.get(survey) ?? new Map<Tier, ReadonlySet<string>>();
  known.set(survey, tiers);
  const blocked = tiers.get(tier) ?? findBlocked(survey, tier);
  tiers.set(tier, blocked);
  return blocked;
}

function findBlocked(survey: Survey, tier: Tier): ReadonlySet<string> {
  const names = survey.newest.map(({ entry }) => entry.name);
  return new Set(
    names.filter((name) => survey.wanted.exclude.includes(name) || !fits(survey, adding([name], tier))),
  );
}
