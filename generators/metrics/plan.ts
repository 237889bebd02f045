import { atLeast, definePlan, template } from '@joinery/kit';
import { contributions } from './contributions.ts';
import { endpoint } from './endpoint.ts';
import { middleware } from './middleware.ts';
import { observations } from './observations.ts';
import { openTelemetry } from './open-telemetry.ts';
import type { Options } from './options.ts';

const SHARED = [
  'business',
  'http-metrics',
  'is-excluded',
  'label-guard',
  'label-sets',
  'metrics',
  'process-metrics',
  'prometheus-text',
  'resource',
];

export default definePlan<Options>({
  statements: ({ host, framework, tier, options }) => [
    ...openTelemetry(host),
    ...SHARED.map((name) => template(`metrics/${name}.ts`, `metrics/${name}.ts`)),
    ...middleware(framework, host.httpPlatform),
    template('metrics/metrics.check.ts', `metrics/metrics.${host.tests.suffix}.ts`),
    ...(atLeast(tier, 'intermediate')
      ? [template('metrics/runtime-metrics.ts', 'metrics/runtime-metrics.ts')]
      : []),
    ...contributions(host.service.name, tier, options),
    ...endpoint(framework, options),
  ],
  slots: { 'metrics.observations': observations },
});
