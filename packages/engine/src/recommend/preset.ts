import { atLeast, TIERS, type Tier } from '@joinery/kit';
import type { CatalogFeature } from '../compose/catalog.ts';
import { type Attempt, adding, attempt, fits } from './attempt.ts';
import type { Facts } from './facts.ts';
import { heldRule } from './rules.ts';
import type { Survey } from './survey.ts';

/** The features that a tier brings to one service. */
export interface Preset {
  /** Sorted; those that are there already included. */
  readonly features: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** A feature of the preset that this service cannot have, or does not need. */
export interface Skipped {
  readonly feature: string;
  /** In sentences. */
  readonly because: string;
}

/** The same, before anybody asked why; working that out takes longer than that it does not fit. */
export interface Chosen {
  readonly features: readonly string[];
  readonly skipped: readonly (Pick<Skipped, 'feature'> & { readonly because?: string })[];
}

/**
 * Choose what a tier brings to a service: every feature whose manifest names that tier or a lower one as `preset`,
 * each taken only if it still fits with those taken before. Of features that exclude each other the installed one is
 * taken, else the one whose rule holds, else none.
 */
export function presetOf(survey: Survey, tier: Tier, facts: Facts): Preset {
  const { features, skipped } = choosePreset(survey, tier, facts);
  const whole = attempt(survey, adding(features, tier));
  // What was not chosen may come all the same, because something that was needs it.
  const comes = (name: string) => whole.status === 'resolved' && Object.hasOwn(whole.versions, name);
  const left = skipped.filter(({ feature }) => !comes(feature));
  const explained = left.map(({ feature, because }) => ({
    feature,
    because: because ?? whyNot(attempt(survey, adding([...features, feature], tier))) ?? '',
  }));
  return { features, skipped: explained };
}

/** The choice alone, see {@link presetOf}. */
export function choosePreset(survey: Survey, tier: Tier, facts: Facts): Chosen {
  const candidates = inOrder(survey, tier, facts);
  const features: string[] = [];
  const skipped: Chosen['skipped'][number][] = [];
  for (const candidate of candidates) {
    const { name } = candidate.entry;
    const because = reasonAgainst(candidate, candidates, features, survey, facts);
    if (because !== undefined) skipped.push({ feature: name, because });
    else if (isInstalled(candidate, survey) || fits(survey, adding([...features, name], tier)))
      features.push(name);
    else skipped.push({ feature: name });
  }
  return { features: features.sort(), skipped };
}

function reasonAgainst(
  candidate: CatalogFeature,
  candidates: readonly CatalogFeature[],
  taken: readonly string[],
  survey: Survey,
  facts: Facts,
): string | undefined {
  const { name } = candidate.entry;
  if (survey.wanted.exclude.includes(name)) return 'It is excluded.';
  if (isInstalled(candidate, survey)) return undefined;
  const rivals = rivalsOf(candidate, candidates);
  const chosen = rivals.find((rival) => taken.includes(rival.entry.name));
  if (chosen !== undefined) return `\`${chosen.entry.name}\` does its work.`;
  if (rivals.length > 0 && heldRule(candidate, facts) === undefined) {
    return `It is one of several that exclude each other (${rivals.map(({ entry }) => `\`${entry.name}\``).join(', ')}), and nothing here speaks for it; name it if you want it.`;
  }
  return undefined;
}

/** Why an attempt did not work out, in one text; `undefined` when it did. */
export function whyNot(result: Attempt): string | undefined {
  if (result.status === 'resolved') return undefined;
  // Nobody has asked for it: that the wish makes the conflict goes without saying.
  const sentences = result.explanation.filter(
    (sentence) => !/^And because you asked for .* there is a conflict\.$/.test(sentence),
  );
  return (sentences.length === 0 ? result.explanation : sentences).map(unasked).join(' ');
}

function unasked(sentence: string): string {
  return sentence.replace(/ and you asked for (`[^`]+`), there is a conflict\.$/, ", $1 can't be used.");
}

/** The installed ones first, then those of lower tiers, then those that the service itself speaks for. */
function inOrder(survey: Survey, tier: Tier, facts: Facts): readonly CatalogFeature[] {
  const rank = (feature: CatalogFeature) =>
    (isInstalled(feature, survey) ? 0 : 100) +
    10 * TIERS.indexOf(feature.manifest.tiers?.preset ?? 'enterprise') +
    (heldRule(feature, facts) === undefined ? 1 : 0);
  return survey.newest
    .filter(({ manifest: { tiers } }) => tiers?.preset !== undefined && atLeast(tier, tiers.preset))
    .map((feature) => ({ feature, rank: rank(feature) }))
    .sort((a, b) => a.rank - b.rank || (a.feature.entry.name < b.feature.entry.name ? -1 : 1))
    .map(({ feature }) => feature);
}

function isInstalled({ entry }: CatalogFeature, { lock }: Survey): boolean {
  return Object.hasOwn(lock.features, entry.name);
}

/** Other features of the preset that provide what this one, or they, must be the only provider of. */
function rivalsOf(feature: CatalogFeature, all: readonly CatalogFeature[]): readonly CatalogFeature[] {
  const claims = (one: CatalogFeature) => one.manifest.exclusive ?? [];
  const provides = (one: CatalogFeature, name: string) => Object.hasOwn(one.manifest.provides ?? {}, name);
  return all.filter(
    (other) =>
      other !== feature &&
      (claims(feature).some((name) => provides(other, name)) ||
        claims(other).some((name) => provides(feature, name))),
  );
}
