import {
  code,
  contribute,
  dependency,
  type Framework,
  from,
  instance,
  type Statement,
  template,
} from '@joinery/kit';

/**
 * What sees handlers fail, where the middleware that watches requests does not see it by itself. In Nest that costs each
 * request a little, and Nest logs failures anyway: it is there for traces.
 */
export function failures(framework: Framework, has: (feature: string) => boolean): readonly Statement[] {
  const isNest = framework === 'nest';
  if (framework !== 'koa' && framework !== 'node-http' && !(isNest && has('tracing'))) return [];
  return [
    template(`${framework}/requests/failures.ts`, 'requests/failures.ts'),
    contribute('http.errors', {
      name: 'requests',
      stage: 'report',
      install: code`${from('watchFailures', '#host/requests/failures')}(${instance('requests')})`,
    }),
    ...(isNest ? [dependency('rxjs', '^7.1.0')] : []),
  ];
}
