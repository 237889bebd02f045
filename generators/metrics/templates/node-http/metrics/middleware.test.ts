import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import Koa from 'koa';
import {
  abort,
  activeRequests,
  requestCounts,
  send,
  testMetrics,
} from '../../../fixtures/scrape.ts';
import { httpMetrics as onHono } from '../../hono/metrics/middleware.ts';
import { httpMetrics as onKoa } from '../../koa/metrics/middleware.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { nameRoute, httpMetrics as onNode } from './middleware.ts';

const never = () => new Promise<never>(() => undefined);

function koa(metrics: Metrics): Server {
  const Router: typeof import('@koa/router').default = jest.requireActual('@koa/router').default;
  const router = new Router({ prefix: '/orders' });
  router.get('/:id', (context) => {
    context.body = 'one';
  });
  router.get('/:id/broken', () => {
    throw new Error('broken');
  });
  router.get('/:id/slow', never);
  const app = new Koa({ proxy: false }).use(onKoa(metrics)).use(router.routes());
  app.silent = true;
  return app.listen(0);
}

function hono(metrics: Metrics): Server {
  const orders = new Hono();
  orders.use(async (_context, next) => next());
  orders.get('/:id', (context) => context.text('one'));
  orders.get('/:id/broken', () => {
    throw new Error('broken');
  });
  orders.get('/:id/slow', never);
  const app = new Hono();
  app.use(onHono(metrics));
  app.route('/orders', orders);
  app.onError((_error, context) => context.text('failed', 500));
  return serve({ fetch: app.fetch, port: 0 }) as Server;
}

function node(metrics: Metrics): Server {
  const listener = onNode(metrics)((request, response) => {
    const [, route, , action = ''] = request.url?.split(/[/?]/) ?? [];
    if (route !== 'orders') return void response.writeHead(404).end();
    const suffix = ['broken', 'slow'].includes(action) ? `/${action}` : '';
    nameRoute(request, `/orders/:id${suffix}`);
    if (action !== 'slow') response.writeHead(action === 'broken' ? 500 : 200).end();
  });
  return createServer(listener).listen(0);
}

describe.each([
  ['Koa', koa],
  ['Hono', hono],
  ['node:http', node],
])('on %s', (_framework, start) => {
  const metrics = testMetrics();
  let server: Server;

  beforeAll(async () => {
    server = start(metrics);
    if (!server.listening) await once(server, 'listening');
  });
  afterAll(() => server.close());

  it('counts each request once, by the template of its route', async () => {
    await send(server, ['GET', '/orders/1'], ['GET', '/orders/2?x=1'], ['HEAD', '/orders/1']);
    await send(server, ['GET', '/orders/3/broken'], ['GET', '/nowhere/1'], ['GET', '/nowhere/2']);
    await send(server, ['GET', '/health/live'], ['GET', '/readyz'], ['GET', '/metrics']);
    await abort(server, '/orders/9/slow');

    expect(await requestCounts(metrics)).toEqual({
      'GET /orders/:id 200': 2,
      'HEAD /orders/:id 200': 1,
      'GET /orders/:id/broken 500': 1,
      'GET - 404': 2,
      'GET /orders/:id/slow 499': 1,
    });
    expect(await activeRequests(metrics)).toBe(0);
  });
});
