import { type Code, code, contribute, definePlan, from, instance, join, template } from '@joinery/kit';
import { failures } from './failures.ts';
import { middleware } from './middleware.ts';

const requests = instance('requests');

export default definePlan({
  statements: ({ host, framework, has }) => [
    ...['is-probe', 'requests'].map((name) => template(`requests/${name}.ts`, `requests/${name}.ts`)),
    ...middleware(framework, host.httpPlatform),
    ...failures(framework, has),
    contribute('http.middleware', {
      name: 'requests',
      phase: 'context',
      install: code`${from('observeRequests', '#host/requests/middleware')}(${requests})`,
    }),
  ],
  slots: {
    'http.observers': (observers) => [
      contribute('platform.instances', {
        name: 'requests',
        value: code`${from('createRequests', '#host/requests/requests')}([${list(observers.map((one) => one.observer))}])`,
      }),
    ],
  },
});

function list(observers: readonly Code[]): Code {
  return join(observers, ', ');
}
