import {
  atLeast,
  code,
  contribute,
  definePlan,
  type Framework,
  from,
  instance,
  template,
} from '@joinery/kit';
import { checkMetrics } from './check-metrics.ts';
import { dependencyChecks } from './dependency-checks.ts';
import { healthInstance } from './health-instance.ts';
import { probePatch } from './kubernetes.ts';

interface Options {
  readonly cacheMs: number;
}

const health = instance('health');

/** The folder of the framework's own routes, where a handler of Node.js does not fit. */
const ROUTES: Readonly<Partial<Record<Framework, string>>> = {
  fastify: 'fastify/',
  hono: 'hono/',
  koa: 'koa/',
  'node-http': 'node-http/',
};

export default definePlan<Options>({
  statements: ({ host, framework, tier, options }) => [
    ...['health', 'run-checks', 'answer', 'checks'].map((name) =>
      template(`health/${name}.ts`, `health/${name}.ts`),
    ),
    template(
      `${atLeast(tier, 'intermediate') ? 'intermediate' : 'basic'}/health/probes.ts`,
      'health/probes.ts',
    ),
    template(`${ROUTES[framework] ?? ''}health/routes.ts`, 'health/routes.ts'),
    template('health/health.check.ts', `health/health.${host.tests.suffix}.ts`),
    contribute('env.variables', {
      name: 'HEALTH_CACHE_MS',
      type: 'integer',
      min: 0,
      default: options.cacheMs,
      description: 'Milliseconds that the results of health checks are reused.',
    }),
    contribute('http.routes', {
      name: 'health',
      install: code`${from('healthRoutes', '#host/health/routes')}(${health})`,
    }),
    contribute('process.start', {
      name: 'ready',
      stage: 'announce',
      run: code`() => ${health}.markStarted()`,
    }),
    ...dependencyChecks(host, framework),
    ...probePatch(host, 'http'),
    ...(atLeast(tier, 'advanced') ? checkMetrics() : []),
    contribute('process.shutdown', {
      name: 'unready',
      stage: 'announce',
      run: code`() => ${health}.markShuttingDown()`,
    }),
  ],
  slots: {
    'health.checks': (checks) => [
      contribute('platform.instances', { name: 'health', value: healthInstance(checks) }),
    ],
  },
});
