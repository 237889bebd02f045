import { type Framework, NO_CODE, type Profile } from '@joinery/kit';
import plan from './plan.ts';

function templates(framework: Framework, host: Partial<Profile>) {
  const context = {
    host: host as Profile,
    framework,
    tier: 'basic' as const,
    options: {},
    has: () => false,
    inputs: {},
    parsed: {},
    code: NO_CODE,
  };
  return plan.statements(context).flatMap((one) => (one.kind === 'template' ? [[one.to, one.template]] : []));
}

test.each([
  ['express', {}, 'express'],
  ['fastify', {}, 'fastify'],
  ['nest', { httpPlatform: 'express' }, 'express'],
  ['nest', { httpPlatform: 'fastify' }, 'nest-fastify'],
  ['koa', {}, 'koa'],
  ['hono', {}, 'hono'],
  ['node-http', {}, 'node-http'],
] as const)('%s %p is observed by the middleware for %s', (framework, host, folder) => {
  const said = Object.fromEntries(templates(framework, host));
  expect(said['requests/middleware.ts']).toBe(`${folder}/requests/middleware.ts`);
  expect('requests/track-route.ts' in said).toBe(folder === 'express');
  expect('requests/failures.ts' in said).toBe(framework === 'koa' || framework === 'node-http');
});
