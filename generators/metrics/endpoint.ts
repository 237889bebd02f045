import {
  type Contributed,
  code,
  contribute,
  type Framework,
  from,
  instance,
  type PlanContext,
  refuse,
  type Statement,
  template,
} from '@joinery/kit';
import type { Options } from './options.ts';

const env = from('env', '#host/config/env');
const metrics = instance('metrics');
const server = instance('metricsServer');

/** The folder of the framework's own routes, where a handler of Node.js does not fit. */
const ROUTES: Readonly<Partial<Record<Framework, string>>> = { fastify: 'fastify', hono: 'hono', koa: 'koa' };

/** Where Prometheus reads the metrics: a server of their own, or a route of the service. */
export function endpoint(framework: Framework, options: Options): readonly Statement[] {
  return options.endpoint === 'admin' ? adminServer() : serviceRoute(framework);
}

/** What features answer on the admin port; one that can answer nowhere else needs it. */
export function adminRoutes(
  routes: readonly Contributed<'admin.routes'>[],
  { options }: Pick<PlanContext<Options>, 'options'>,
): readonly Statement[] {
  if (options.endpoint === 'admin') {
    return routes.map(({ name, handler }) =>
      contribute('process.start', {
        name: `admin-${name}`,
        run: code`() => ${server}.serve(${handler})`,
      }),
    );
  }
  return routes
    .filter(({ only }) => only === true)
    .map(({ name, feature }) =>
      refuse(
        `\`${feature}\` is to answer \`${name}\` on the admin port, and there is none.`,
        'Set `metrics.endpoint` to `admin`, or let it answer on the port of the service.',
        ['joinery.json'],
      ),
    );
}

function adminServer(): readonly Statement[] {
  return [
    template('metrics/metrics-server.ts', 'metrics/metrics-server.ts'),
    template('metrics/routes.ts', 'metrics/routes.ts'),
    contribute('platform.instances', {
      name: 'metricsServer',
      value: code`${from('createMetricsServer', '#host/metrics/metrics-server')}(${metrics}, ${instance('telemetry')}, {
  port: ${env}.METRICS_PORT,
  host: ${env}.METRICS_HOST,
})`,
    }),
    contribute('process.start', { name: 'metrics', run: code`() => ${server}.start()` }),
    contribute('process.shutdown', { name: 'metrics', stage: 'flush', run: code`() => ${server}.stop()` }),
    contribute('health.checks', { name: 'metrics', critical: false, check: code`() => ${server}.check()` }),
  ];
}

function serviceRoute(framework: Framework): readonly Statement[] {
  return [
    ...routes(framework),
    contribute('process.shutdown', {
      name: 'metrics',
      stage: 'flush',
      run: code`() => ${metrics}.shutdown()`,
    }),
    contribute('health.checks', { name: 'metrics', critical: false, check: code`() => ${metrics}.check()` }),
  ];
}

function routes(framework: Framework): readonly Statement[] {
  const folder = ROUTES[framework];
  const path = 'metrics/routes.ts';
  const install = (symbol: string, module: string) =>
    contribute('http.routes', { name: 'metrics', install: code`${from(symbol, module)}(${metrics})` });
  if (framework !== 'node-http') {
    return [
      template(folder === undefined ? path : `${folder}/${path}`, path),
      install('metricsRoutes', '#host/metrics/routes'),
    ];
  }
  return [
    template(path, path),
    template('node-http/metrics/wrapped-routes.ts', 'metrics/wrapped-routes.ts'),
    install('wrappedMetricsRoutes', '#host/metrics/wrapped-routes'),
  ];
}
