import type { Framework, Profile, Statement } from '@joinery/kit';
import type { Options } from './options.ts';
import plan from './plan.ts';

function statements(framework: Framework, options: Partial<Options> = {}, host: Partial<Profile> = {}) {
  const profile = {
    service: { name: 'lamps' },
    node: { value: '20.19.0', evidence: '' },
    dependencies: {},
    tests: { runner: 'jest', suffix: 'spec' },
    ...host,
  } as Profile;
  const all = { endpoint: 'admin' as const, port: 9464, maxRoutes: 200, ...options };
  return plan.statements({
    host: profile,
    framework,
    tier: 'basic',
    options: all,
    has: () => false,
    inputs: {},
    parsed: {},
  });
}

const templateOf = (to: string, said: readonly Statement[]) =>
  said.flatMap((one) => (one.kind === 'template' && one.to === to ? [one.template] : []));

const slotsOf = (said: readonly Statement[]) =>
  said.flatMap((one) => (one.kind === 'contribution' && one.slot !== 'env.variables' ? [one.slot] : []));

test.each([
  ['express', {}, 'express'],
  ['fastify', {}, 'fastify'],
  ['nest', { httpPlatform: 'express' }, 'express'],
  ['nest', { httpPlatform: 'fastify' }, 'nest-fastify'],
  ['koa', {}, 'koa'],
  ['hono', {}, 'hono'],
  ['node-http', {}, 'node-http'],
] as const)('%s %p is measured by the middleware for %s', (framework, host, folder) => {
  const said = statements(framework, {}, host);
  expect(templateOf('metrics/middleware.ts', said)).toEqual([`${folder}/metrics/middleware.ts`]);
  expect(templateOf('metrics/track-route.ts', said)).toHaveLength(folder === 'express' ? 1 : 0);
});

test('metrics are served on a port of their own, or as a route of the service', () => {
  const admin = statements('express');
  expect(slotsOf(admin)).toContain('process.start');
  expect(slotsOf(admin)).not.toContain('http.routes');
  expect(templateOf('metrics/metrics-server.ts', admin)).toHaveLength(1);
  const service = statements('fastify', { endpoint: 'service' });
  expect(slotsOf(service)).toContain('http.routes');
  expect(slotsOf(service)).not.toContain('process.start');
  expect(templateOf('metrics/routes.ts', service)).toEqual(['fastify/metrics/routes.ts']);
});
