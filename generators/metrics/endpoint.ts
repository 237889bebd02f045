import { code, contribute, type Framework, from, instance, type Statement, template } from '@joinery/kit';
import type { Options } from './options.ts';

const env = from('env', '#host/config/env');
const metrics = instance('metrics');
const server = instance('metricsServer');

/** Where Prometheus reads the metrics: a server of their own, or a route of the service. */
export function endpoint(framework: Framework, options: Options): readonly Statement[] {
  return options.endpoint === 'admin' ? adminServer() : serviceRoute(framework);
}

function adminServer(): readonly Statement[] {
  return [
    template('metrics/metrics-server.ts', 'metrics/metrics-server.ts'),
    template('metrics/routes.ts', 'metrics/routes.ts'),
    contribute('platform.instances', {
      name: 'metricsServer',
      value: code`${from('createMetricsServer', '#host/metrics/metrics-server')}(${metrics}, {
  port: ${env}.METRICS_PORT,
  host: ${env}.METRICS_HOST,
  disabled: ${env}.OTEL_SDK_DISABLED,
})`,
    }),
    contribute('process.start', { name: 'metrics', run: code`() => ${server}.start()` }),
    contribute('process.shutdown', { name: 'metrics', stage: 'flush', run: code`() => ${server}.stop()` }),
    contribute('health.checks', { name: 'metrics', critical: false, check: code`() => ${server}.check()` }),
  ];
}

function serviceRoute(framework: Framework): readonly Statement[] {
  const folder = framework === 'fastify' ? 'fastify/' : '';
  return [
    template(`${folder}metrics/routes.ts`, 'metrics/routes.ts'),
    contribute('http.routes', {
      name: 'metrics',
      install: code`${from('metricsRoutes', '#host/metrics/routes')}(${metrics})`,
    }),
    contribute('process.shutdown', {
      name: 'metrics',
      stage: 'flush',
      run: code`() => ${metrics}.shutdown()`,
    }),
    contribute('health.checks', { name: 'metrics', critical: false, check: code`() => ${metrics}.check()` }),
  ];
}
