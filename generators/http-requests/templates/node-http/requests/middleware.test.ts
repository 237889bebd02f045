import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import Koa from 'koa';
import { abort, ask, type Recorder, record, send } from '../../../fixtures/recorder.ts';
import { observeRequests as onHono } from '../../hono/requests/middleware.ts';
import { watchFailures as failOnKoa } from '../../koa/requests/failures.ts';
import { observeRequests as onKoa } from '../../koa/requests/middleware.ts';
import { watchFailures as failOnNode } from './failures.ts';
import { nameRoute, observeRequests as onNode } from './middleware.ts';

const never = () => new Promise<never>(() => undefined);

function koa(recorder: Recorder): Server {
  const Router: typeof import('@koa/router').default = jest.requireActual('@koa/router').default;
  const router = new Router({ prefix: '/orders' });
  router.get('/:id', (context) => {
    context.body = 'one';
  });
  router.get('/:id/broken', () => {
    throw new Error('broken');
  });
  router.get('/:id/slow', never);
  const bare = new Router();
  bare.post('/context/:id', async (context) => {
    await json(context.req);
    context.body = recorder.current();
  });
  const app = new Koa({ proxy: false })
    .use(onKoa(recorder.requests))
    .use(failOnKoa(recorder.requests))
    .use(router.routes())
    .use(bare.routes());
  app.silent = true;
  return app.listen(0);
}

function hono(recorder: Recorder): Server {
  const orders = new Hono();
  orders.use(async (_context, next) => next());
  orders.get('/:id', (context) => context.text('one'));
  orders.get('/:id/broken', () => {
    throw new Error('broken');
  });
  orders.get('/:id/slow', never);
  const app = new Hono();
  app.use(onHono(recorder.requests));
  app.route('/orders', orders);
  app.post('/context/:id', async (context) => {
    await context.req.json();
    return context.text(recorder.current() ?? '');
  });
  app.onError((_error, context) => context.text('failed', 500));
  return serve({ fetch: app.fetch, port: 0 }) as Server;
}

function node(recorder: Recorder): Server {
  const answered = failOnNode(recorder.requests)((request, response) => {
    const [, route, , action = ''] = request.url?.split(/[/?]/) ?? [];
    if (route === 'context') return void json(request).then(() => response.end(recorder.current()));
    if (route !== 'orders') return void response.writeHead(404).end();
    const suffix = ['broken', 'slow'].includes(action) ? `/${action}` : '';
    nameRoute(request, `/orders/:id${suffix}`);
    if (action === 'broken') throw new Error('broken');
    if (action !== 'slow') response.writeHead(200).end();
  });
  const listener = onNode(recorder.requests)((request, response) => {
    try {
      return answered(request, response);
    } catch {
      return response.writeHead(500).end();
    }
  });
  return createServer(listener).listen(0);
}

describe.each([
  ['Koa', koa],
  ['Hono', hono],
  ['node:http', node],
])('on %s', (_framework, start) => {
  const recorder = record();
  let server: Server;

  beforeAll(async () => {
    server = start(recorder);
    if (!server.listening) await once(server, 'listening');
  });
  afterAll(() => server.close());

  it('counts each request once, by the template of its route', async () => {
    await send(server, ['GET', '/orders/1'], ['GET', '/orders/2?x=1'], ['HEAD', '/orders/1']);
    await send(server, ['GET', '/orders/3/broken'], ['GET', '/nowhere/1'], ['GET', '/nowhere/2']);
    await send(server, ['GET', '/health/live'], ['GET', '/readyz'], ['GET', '/metrics']);
    await abort(server, '/orders/9/slow');

    expect(recorder.counts()).toEqual({
      'GET /orders/:id 200': 2,
      'HEAD /orders/:id 200': 1,
      'GET /orders/:id/broken 500': 1,
      'GET - 404': 2,
      'GET /orders/:id/slow 499': 1,
    });
    expect(recorder.active()).toBe(0);
    expect(recorder.failures()).toEqual(['broken']);
  });

  it('keeps what observers put around a request around its handler', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(100_000) });
    const headers = { 'content-type': 'application/json' };
    const asking = ['/context/1', '/context/2'].map((path) =>
      ask(server, path, { method: 'POST', headers, body }),
    );
    expect(await Promise.all(asking)).toEqual(['/context/1', '/context/2']);
  });
});
