import { once } from 'node:events';
import type { Server } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import { abort, ask, record, send } from '../../../fixtures/recorder.ts';
import { observeRequests } from './middleware.ts';

const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(500).end();
};

const VERSIONS: readonly (readonly [string, typeof express])[] = [
  ['4', jest.requireActual('express-4')],
  ['5', express],
];

describe.each(VERSIONS)('on Express %s', (_version, create) => {
  const recorder = record();
  let server: Server;

  beforeAll(async () => {
    const app = create();
    app.use(observeRequests(recorder.requests));
    app.use(create.json({ limit: '1mb' }));
    app.post('/context/:id', (_request, response) => void response.send(recorder.current()));
    const orders = create.Router({ mergeParams: true });
    orders.use((_request, _response, next) => next());
    orders.get('/', (_request, response) => void response.send('all'));
    orders.get('/:id', (_request, response) => void response.send('one'));
    orders.get('/:id/broken', (_request, _response, next) => next(new Error('broken')));
    orders.get('/:id/slow', () => undefined);
    app.use('/orders', orders);
    const admin = create();
    admin.get('/users/:id', (_request, response) => void response.send('mounted'));
    app.use('/admin', admin);
    app.use('/customers/:customer/orders', orders);
    app.get('/', (_request, response) => void response.send('root'));
    app.use(answerError);
    server = app.listen(0);
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  it('counts each request once, by the template of its route', async () => {
    await send(
      server,
      ['GET', '/'],
      ['GET', '/orders'],
      ['GET', '/orders/'],
      ['HEAD', '/orders/1'],
    );
    await send(server, ['GET', '/orders/1'], ['GET', '/orders/2?x=1'], ['GET', '/orders/3/broken']);
    await send(server, ['GET', '/customers/c%2042/orders/3'], ['GET', '/customers/77/orders/4']);
    await send(server, ['GET', '/customers/77/orders/4/broken']);
    await send(server, ['GET', '/admin/users/7'], ['GET', '/admin/users/8']);
    await send(server, ['GET', '/nowhere/1'], ['GET', '/nowhere/2'], ['LINK', '/nowhere/3']);
    await send(server, ['GET', '/health/live'], ['GET', '/readyz'], ['GET', '/metrics']);
    await abort(server, '/orders/9/slow');

    expect(recorder.counts()).toEqual({
      'GET / 200': 1,
      'GET /orders 200': 2,
      'GET /admin/users/:id 200': 2,
      'HEAD /orders/:id 200': 1,
      'GET /orders/:id 200': 2,
      'GET /orders/:id/broken 500': 1,
      'GET /customers/:customer/orders/:id 200': 2,
      'GET /customers/:customer/orders/:id/broken 500': 1,
      'GET - 404': 2,
      'LINK - 404': 1,
      'GET /orders/:id/slow 499': 1,
    });
    expect(recorder.active()).toBe(0);
    expect(recorder.failures()).toEqual(['broken', 'broken']);
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
