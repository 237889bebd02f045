import { code, contribute, definePlan, from, instance, startOption, template } from '@joinery/kit';
import { gracePeriod } from './kubernetes.ts';
import { otherHandlers } from './other-handlers.ts';
import { shutdownSteps, startSteps } from './steps.ts';
import { variables } from './variables.ts';

interface Options {
  readonly timeoutMs: number;
}

const env = from('env', '#host/config/env');

export default definePlan<Options>({
  statements: ({ host, options }) => [
    ...['connections', 'lifecycle', 'steps', 'supervisor'].map((name) =>
      template(`lifecycle/${name}.ts`, `lifecycle/${name}.ts`),
    ),
    template('lifecycle/lifecycle.check.ts', `lifecycle/lifecycle.${host.tests.suffix}.ts`),
    ...variables(options.timeoutMs).map((variable) => contribute('env.variables', variable)),
    contribute('platform.instances', {
      name: 'lifecycle',
      value: code`${from('createLifecycle', '#host/lifecycle/lifecycle')}({
  delayMs: ${env}.SHUTDOWN_DELAY_MS,
  timeoutMs: ${env}.SHUTDOWN_TIMEOUT_MS,
  ${instance('onStart')},
  ${instance('onShutdown')},
})`,
    }),
    contribute('process.supervisor', { supervisor: code`${instance('lifecycle')}` }),
    ...otherHandlers(host),
    ...gracePeriod(host, options.timeoutMs),
    ...(host.startedBy === 'fastify-cli' ? [startOption('fastify', '--close-grace-delay', '30000')] : []),
  ],
  slots: {
    'process.start': (steps) => [
      contribute('platform.instances', { name: 'onStart', value: startSteps(steps) }),
    ],
    'process.shutdown': (steps) => [
      contribute('platform.instances', { name: 'onShutdown', value: shutdownSteps(steps) }),
    ],
  },
});
