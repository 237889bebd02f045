import { code, contribute, definePlan, dependencyByHost, from, template } from '@joinery/kit';
import { type Clients, clientsOf } from './clients.ts';
import { errorMappings } from './errors.ts';
import { observability } from './observability.ts';

interface Options {
  readonly timeoutMs: number;
  readonly clients: Clients;
}

const FILES = [
  'call-for-answer',
  'client',
  'resilience',
  'resilient-fetch',
  'retry-budget',
  'service-resilience',
  'upstream-error',
];
const COCKATIEL = { esm: '^4.0.0', esmNode: 22, commonjs: '^3.2.1' };

export default definePlan<Options>({
  statements: ({ host, options, code: hostCode }) => [
    ...dependencyByHost('cockatiel', COCKATIEL, host),
    ...FILES.map((name) => template(`resilience/${name}.ts`, `resilience/${name}.ts`)),
    template('resilience/resilience.check.ts', `resilience/resilience.${host.tests.suffix}.ts`),
    contribute('env.variables', {
      name: 'UPSTREAM_TIMEOUT_MS',
      type: 'integer',
      min: 1,
      default: options.timeoutMs,
      description: 'Milliseconds that one attempt to call an upstream may take.',
    }),
    contribute('platform.instances', {
      name: 'resilience',
      value: code`${from('serviceResilience', '#host/resilience/service-resilience')}.withDefaults({ timeoutMs: ${from('env', '#host/config/env')}.UPSTREAM_TIMEOUT_MS })`,
    }),
    ...clientsOf(options.clients, { host, code: hostCode }),
    ...errorMappings,
    ...observability,
  ],
});
