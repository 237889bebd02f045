import { atLeast, code, contribute, from, instance, type PlanContext, type Statement } from '@joinery/kit';
import { exportCounts } from './export-counts.ts';
import type { Options } from './options.ts';
import { outgoingCalls } from './outgoing-calls.ts';
import { servesHostRegistry } from './serves-host-registry.ts';
import { SETTINGS } from './settings.ts';
import { showsExemplars } from './shows-exemplars.ts';
import { variables } from './variables.ts';

const env = from('env', '#host/config/env');

const PACKAGES = [
  'exporter-metrics-otlp-http',
  'exporter-metrics-otlp-proto',
  'exporter-prometheus',
  'sdk-metrics',
];

const EXEMPLARS = code`
  exemplars: ${from('createExemplars', '#host/metrics/exemplars')}(),`;

const ALSO = code`
  also: ${from('hostMetrics', '#host/metrics/host-registry')},`;

/** What measuring needs from the other features, wherever the metrics are read. */
export function contributions(context: PlanContext<Options>): readonly Statement[] {
  const { tier, options } = context;
  const observed = [
    code`${from('observeProcess', '#host/metrics/process-metrics')}`,
    ...(atLeast(tier, 'intermediate')
      ? [
          code`${from('observeRuntime', '#host/metrics/runtime-metrics')}`,
          code`${from('observeClient', '#host/metrics/client-metrics')}`,
        ]
      : []),
  ];
  return [
    ...variables(options).map((variable) => contribute('env.variables', variable)),
    contribute('platform.instances', {
      name: 'metrics',
      value: code`${from('createMetrics', '#host/metrics/metrics')}(${instance('telemetry')}, {
  maxRoutes: ${env}.METRICS_MAX_ROUTES,
  observe: [${observed}],${showsExemplars(context) ? EXEMPLARS : ''}${servesHostRegistry(context) ? ALSO : ''}
})`,
    }),
    contribute('platform.instances', {
      name: 'business',
      value: code`${from('createBusinessMetrics', '#host/metrics/business')}(${instance('metrics')}.meter)`,
    }),
    contribute('http.observers', { name: 'metrics', observer: code`${instance('metrics')}.http` }),
    ...PACKAGES.map((name) => contribute('telemetry.packages', { name: `@opentelemetry/${name}` })),
    ...SETTINGS.map((setting) => contribute('telemetry.settings', setting)),
    ...exportCounts(tier),
    ...outgoingCalls,
  ];
}
