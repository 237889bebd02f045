import { definePlan, template } from '@joinery/kit';
import { contributions } from './contributions.ts';
import { endpoint } from './endpoint.ts';
import { middleware } from './middleware.ts';
import { openTelemetry } from './open-telemetry.ts';
import type { Options } from './options.ts';

const SHARED = [
  'http-metrics',
  'is-excluded',
  'label-guard',
  'metrics',
  'process-metrics',
  'prometheus-text',
  'resource',
];

export default definePlan<Options>({
  statements: ({ host, framework, options }) => [
    ...openTelemetry(host),
    ...SHARED.map((name) => template(`metrics/${name}.ts`, `metrics/${name}.ts`)),
    ...middleware(framework, host.httpPlatform),
    template('metrics/metrics.check.ts', `metrics/metrics.${host.tests.suffix}.ts`),
    ...contributions(host.service.name, options),
    ...endpoint(framework, options),
  ],
});
