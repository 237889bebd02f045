import { features } from '../.vitepress/features.ts';

/** A row of the list of features. */
export interface FeatureRow {
  readonly name: string;
  readonly category: string;
  readonly tier: string;
  readonly summary: string;
}

declare const data: readonly FeatureRow[];

export { data };

export default {
  watch: ['../../generators/*/package.json'],
  load: (): readonly FeatureRow[] =>
    features().map(({ name, category, summary, tiers }) => ({
      name,
      category,
      summary,
      tier: tiers.min ?? 'basic',
    })),
};
