import { atLeast, TIERS, type Tier } from '@joinery/kit';
import type { CatalogFeature } from '../compose/catalog.ts';
import { adding, attempt } from './attempt.ts';
import type { Evidence } from './evidence.ts';
import { type Facts, factsOf } from './facts.ts';
import { choosePreset, type Skipped, whyNot } from './preset.ts';
import { heldRule } from './rules.ts';
import type { Survey } from './survey.ts';

/** What a service lacks, tier by tier. */
export interface Recommendations {
  readonly kind: 'recommendations';
  readonly service: string;
  /** The tier that joinery.json names, else `basic`. */
  readonly tier: Tier;
  readonly gaps: readonly TierGap[];
  /** By tier, those that the service's own code speaks for first. Every one resolves here. */
  readonly recommended: readonly Recommended[];
  /** Would be recommended, but does not fit here. */
  readonly unavailable: readonly Skipped[];
}

/** How far a service is from a tier. */
export interface TierGap {
  readonly tier: Tier;
  /** Of the features that the tier brings to this service, how many per cent are there; whole number. */
  readonly complete: number;
  readonly missing: readonly string[];
}

export interface Recommended {
  readonly feature: string;
  readonly version: string;
  readonly title: string;
  readonly category: string;
  readonly tier: Tier;
  /** A rule of its manifest holds; it completes installed features; or only its tier's preset brings it. */
  readonly kind: 'evidence' | 'complement' | 'preset';
  readonly evidence: readonly Evidence[];
  /** Why it matters, as a clause. */
  readonly because: string;
  /** Features that would come along. */
  readonly brings: readonly string[];
  readonly command: string;
}

/** Tell what a service lacks up to a tier; without one, up to the highest. */
export function recommend(survey: Survey, upTo: Tier = 'enterprise'): Recommendations {
  const facts = factsOf(survey);
  const presets = TIERS.map((tier) => ({ tier, preset: choosePreset(survey, tier, facts) }));
  const wishes = survey.newest
    .filter(({ entry }) => !Object.hasOwn(survey.lock.features, entry.name))
    .filter(({ entry }) => !survey.wanted.exclude.includes(entry.name))
    .filter((feature) => atLeast(upTo, tierOf(feature)))
    .flatMap((feature) => wishFor(feature, survey, facts, inPreset(feature, presets, upTo)) ?? []);
  const settled = wishes.map((wish) => settle(wish, survey));
  return {
    kind: 'recommendations',
    service: survey.host.service.name,
    tier: survey.tier,
    gaps: presets.map(({ tier, preset }) => gapTo(tier, preset.features, survey)),
    recommended: settled.filter((one) => 'command' in one).sort(byTier),
    unavailable: settled.filter((one) => !('command' in one)),
  };
}

/** The tier at which a feature belongs to a service. */
export function tierOf({ manifest: { tiers } }: CatalogFeature): Tier {
  return tiers?.preset ?? tiers?.min ?? 'basic';
}

type Wish = Pick<Recommended, 'kind' | 'evidence' | 'because'> & { readonly feature: CatalogFeature };

function wishFor(feature: CatalogFeature, survey: Survey, facts: Facts, preset: boolean): Wish | undefined {
  const rule = heldRule(feature, facts);
  if (rule !== undefined) return { feature, kind: 'evidence', ...rule };
  const user = userOf(feature, survey);
  if (user !== undefined) {
    const evidence = [{ place: 'joinery.lock.json', says: `has \`${user}\`` }];
    return { feature, kind: 'complement', evidence, because: `\`${user}\` uses it when it is there` };
  }
  if (!preset) return undefined;
  const provided = Object.keys(feature.manifest.provides ?? {});
  const lacks = (provided.length === 0 ? [feature.entry.name] : provided).map((name) => `\`${name}\``);
  return {
    feature,
    kind: 'preset',
    evidence: [{ says: `nothing here provides ${lacks.join(', ')}` }],
    because: `part of tier ${tierOf(feature)}: ${feature.manifest.summary}`,
  };
}

/** An installed feature that uses this one, or something only it would provide, when it is there. */
function userOf(feature: CatalogFeature, { lock, manifests }: Survey): string | undefined {
  const provided = (name: string) =>
    name === feature.entry.name || Object.hasOwn(feature.manifest.provides ?? {}, name);
  const installed = Object.entries(lock.features).map(
    ([name, { version }]) => [name, manifests.get(`${name}@${version}`)] as const,
  );
  const satisfied = (name: string) =>
    installed.some(([one, manifest]) => one === name || Object.hasOwn(manifest?.provides ?? {}, name));
  return installed.find(([, manifest]) =>
    Object.keys(manifest?.optional ?? {}).some((name) => provided(name) && !satisfied(name)),
  )?.[0];
}

function inPreset(
  { entry }: CatalogFeature,
  presets: readonly { readonly tier: Tier; readonly preset: { readonly features: readonly string[] } }[],
  upTo: Tier,
): boolean {
  return presets.some(({ tier, preset }) => tier === upTo && preset.features.includes(entry.name));
}

/** Nothing is recommended that does not fit here: first at the tier the service has, else at the feature's own. */
function settle({ feature, ...wish }: Wish, survey: Survey): Recommended | Skipped {
  const { entry, manifest } = feature;
  const tier = tierOf(feature);
  const lowest = manifest.tiers?.min ?? 'basic';
  const raised = atLeast(survey.tier, lowest) ? survey.tier : lowest;
  const result = attempt(survey, adding([entry.name], raised));
  if (result.status !== 'resolved') return { feature: entry.name, because: whyNot(result) ?? '' };
  const brings = Object.keys(result.versions).filter(
    (name) => name !== entry.name && !Object.hasOwn(survey.lock.features, name),
  );
  return {
    feature: entry.name,
    version: result.versions[entry.name] ?? entry.version,
    title: manifest.title,
    category: manifest.category,
    tier,
    ...wish,
    brings,
    command: `joinery add ${entry.name}${raised === survey.tier ? '' : ` --tier ${raised}`}`,
  };
}

function gapTo(tier: Tier, features: readonly string[], { lock }: Survey): TierGap {
  const missing = features.filter((name) => !Object.hasOwn(lock.features, name));
  const there = features.length - missing.length;
  const complete = features.length === 0 ? 100 : Math.floor((100 * there) / features.length);
  return { tier, complete, missing };
}

const KINDS = ['evidence', 'complement', 'preset'];

function byTier(a: Recommended, b: Recommended): number {
  return (
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (a.feature < b.feature ? -1 : 1)
  );
}
