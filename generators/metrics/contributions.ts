import { atLeast, code, contribute, from, instance, type Statement, type Tier } from '@joinery/kit';
import type { Options } from './options.ts';
import { variables } from './variables.ts';

const env = from('env', '#host/config/env');

/** What measuring needs from the other features, wherever the metrics are read. */
export function contributions(serviceName: string, tier: Tier, options: Options): readonly Statement[] {
  const observed = [
    code`${from('observeProcess', '#host/metrics/process-metrics')}`,
    ...(atLeast(tier, 'intermediate')
      ? [code`${from('observeRuntime', '#host/metrics/runtime-metrics')}`]
      : []),
  ];
  return [
    ...variables({ serviceName, ...options }).map((variable) => contribute('env.variables', variable)),
    contribute('platform.instances', {
      name: 'metrics',
      value: code`${from('createMetrics', '#host/metrics/metrics')}({
  serviceName: ${env}.OTEL_SERVICE_NAME,
  environment: ${env}.NODE_ENV,
  maxRoutes: ${env}.METRICS_MAX_ROUTES,
  observe: [${observed}],
  disabled: ${env}.OTEL_SDK_DISABLED,
})`,
    }),
    contribute('platform.instances', {
      name: 'business',
      value: code`${from('createBusinessMetrics', '#host/metrics/business')}(${instance('metrics')}.meter)`,
    }),
    contribute('http.middleware', {
      name: 'metrics',
      phase: 'observe',
      install: code`${from('httpMetrics', '#host/metrics/middleware')}(${instance('metrics')})`,
    }),
  ];
}
