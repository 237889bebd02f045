import { code, contribute, definePlan, dependency, from, instance, literal, template } from '@joinery/kit';
import { composeFiles } from './compose-files.ts';
import { observability } from './observability.ts';
import { variables } from './variables.ts';

interface Options {
  readonly timeoutMs: number;
}

const FILES = ['cache', 'cache-store', 'create-service-cache', 'memory-store', 'observations', 'redis-store'];
const env = from('env', '#host/config/env');
const cache = instance('cache');

export default definePlan<Options>({
  statements: ({ host, options, has }) => [
    dependency('redis', '^6.0.0'),
    ...FILES.map((name) => template(`cache/${name}.ts`, `cache/${name}.ts`)),
    template('cache/cache.check.ts', `cache/cache.${host.tests.suffix}.ts`),
    ...variables(options.timeoutMs).map((variable) => contribute('env.variables', variable)),
    ...composeFiles(has('observability-stack')),
    ...observability,
    contribute('platform.instances', {
      name: 'cache',
      value: code`${from('createServiceCache', '#host/cache/create-service-cache')}({
  store: ${env}.CACHE_STORE,
  url: ${env}.REDIS_URL,
  timeoutMs: ${env}.CACHE_TIMEOUT_MS,
  prefix: ${literal(host.service.name)},
})`,
    }),
    contribute('process.start', { name: 'cache', run: code`() => ${cache}.open()` }),
    contribute('process.shutdown', { name: 'cache', stage: 'close', run: code`() => ${cache}.close()` }),
  ],
});
