import {
  type CatalogFeature,
  evidenceText,
  type Recommendations,
  type Survey,
  tierOf,
} from '@joinery/engine';
import type { Tier } from '@joinery/kit';

/** A feature as the composer lists it. */
export interface FeatureRow {
  readonly name: string;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  readonly tier: Tier;
  /** Evidence and reason, as a sentence, when the service's own code speaks for it. */
  readonly recommended?: string;
}

/** Every feature of the catalog, by category and name. */
export function featureRows(survey: Survey, found: Recommendations): readonly FeatureRow[] {
  const reasons = new Map(
    found.recommended
      .filter(({ kind }) => kind !== 'preset')
      .map(({ feature, evidence, because }) => [feature, `${evidenceText(evidence)}: ${because}.`]),
  );
  return survey.newest
    .map((feature) => rowOf(feature, reasons.get(feature.entry.name)))
    .sort((a, b) => compare(a.category, b.category) || compare(a.name, b.name));
}

function rowOf(feature: CatalogFeature, recommended: string | undefined): FeatureRow {
  const { entry, manifest } = feature;
  const { title, summary, category } = manifest;
  const row = { name: entry.name, version: entry.version, title, summary, category, tier: tierOf(feature) };
  return recommended === undefined ? row : { ...row, recommended };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
