import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featurePage } from '../.vitepress/feature-page.ts';
import { features } from '../.vitepress/features.ts';

const generators = join(import.meta.dirname, '../../generators');

/** A page per feature, made of its README, its manifest and its options. */
export default {
  paths: () =>
    features().map((feature) => ({
      params: { feature: feature.name },
      content: featurePage(
        feature,
        readFileSync(join(generators, feature.name, 'README.md'), 'utf8'),
        generators,
      ),
    })),
};
