import { atLeast, code, contribute, definePlan, instance, template } from '@joinery/kit';
import { checkMetrics } from './check-metrics.ts';
import { dependencyChecks } from './dependency-checks.ts';
import { endpoint } from './endpoint.ts';
import { healthInstance } from './health-instance.ts';
import { probePatch } from './kubernetes.ts';

interface Options {
  readonly cacheMs: number;
  readonly endpoint: 'service' | 'admin';
}

const health = instance('health');

export default definePlan<Options>({
  statements: ({ host, framework, tier, options, has, code: hostCode }) => [
    ...['health', 'run-checks', 'answer', 'checks'].map((name) =>
      template(`health/${name}.ts`, `health/${name}.ts`),
    ),
    template(
      `${atLeast(tier, 'intermediate') ? 'intermediate' : 'basic'}/health/probes.ts`,
      'health/probes.ts',
    ),
    template(`${framework === 'nest' ? 'nest/' : ''}health/body.ts`, 'health/body.ts'),
    ...endpoint(framework, options.endpoint, has('metrics')),
    template('health/health.check.ts', `health/health.${host.tests.suffix}.ts`),
    contribute('env.variables', {
      name: 'HEALTH_CACHE_MS',
      type: 'integer',
      min: 0,
      default: options.cacheMs,
      description: 'Milliseconds that the results of health checks are reused.',
    }),
    contribute('process.start', {
      name: 'ready',
      stage: 'announce',
      run: code`() => ${health}.markStarted()`,
    }),
    ...dependencyChecks(host, framework, hostCode),
    ...probePatch(host, options.endpoint === 'admin' ? 'metrics' : 'http'),
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
