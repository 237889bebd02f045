import { atLeast, definePlan, template } from '@joinery/kit';
import { boundaries } from './boundaries.ts';
import { contributions } from './contributions.ts';
import { adminRoutes, endpoint } from './endpoint.ts';
import { observations } from './observations.ts';
import type { Options } from './options.ts';
import { servesHostRegistry } from './serves-host-registry.ts';
import { showsExemplars } from './shows-exemplars.ts';

const SHARED = [
  'business',
  'durations',
  'http-metrics',
  'label-guard',
  'label-sets',
  'metrics',
  'process-metrics',
  'prometheus-text',
  'readers',
];

/** Node.js itself, and what the service asks of others. */
const INTERMEDIATE = ['client-metrics', 'runtime-metrics', 'watch-fetch', 'watch-http'];

export default definePlan<Options>({
  statements: (context) => {
    const { host, framework, tier, options } = context;
    return [
      ...SHARED.map((name) => template(`metrics/${name}.ts`, `metrics/${name}.ts`)),
      template('metrics/metrics.check.ts', `metrics/metrics.${host.tests.suffix}.ts`),
      ...(atLeast(tier, 'intermediate') ? INTERMEDIATE : []).map((name) =>
        template(`metrics/${name}.ts`, `metrics/${name}.ts`),
      ),
      ...(showsExemplars(context) ? [template('metrics/exemplars.ts', 'metrics/exemplars.ts')] : []),
      ...(servesHostRegistry(context)
        ? [template('metrics/host-registry.ts', 'metrics/host-registry.ts')]
        : []),
      ...contributions(context),
      ...endpoint(framework, options),
    ];
  },
  slots: {
    'admin.routes': adminRoutes,
    'metrics.boundaries': boundaries,
    'metrics.observations': observations,
  },
});
