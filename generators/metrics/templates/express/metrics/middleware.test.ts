import { once } from 'node:events';
import type { Server } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import {
  abort,
  activeRequests,
  requestCounts,
  send,
  testMetrics,
} from '../../../fixtures/scrape.ts';
import { httpMetrics } from './middleware.ts';

const answerError: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(500).end();
};

const VERSIONS: readonly (readonly [string, typeof express])[] = [
  ['4', jest.requireActual('express-4')],
  ['5', express],
];

describe.each(VERSIONS)('on Express %s', (_version, create) => {
  const metrics = testMetrics();
  let server: Server;

  beforeAll(async () => {
    const app = create();
    app.use(httpMetrics(metrics));
    const orders = create.Router({ mergeParams: true });
    orders.use((_request, _response, next) => next());
    orders.get('/', (_request, response) => void response.send('all'));
    orders.get('/:id', (_request, response) => void response.send('one'));
    orders.get('/:id/broken', (_request, _response, next) => next(new Error('broken')));
    orders.get('/:id/slow', () => undefined);
    app.use('/orders', orders);
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
    await send(server, ['GET', '/nowhere/1'], ['GET', '/nowhere/2'], ['LINK', '/nowhere/3']);
    await send(server, ['GET', '/health/live'], ['GET', '/readyz'], ['GET', '/metrics']);
    await abort(server, '/orders/9/slow');

    expect(await requestCounts(metrics)).toEqual({
      'GET / 200': 1,
      'GET /orders 200': 2,
      'HEAD /orders/:id 200': 1,
      'GET /orders/:id 200': 2,
      'GET /orders/:id/broken 500': 1,
      'GET /customers/:customer/orders/:id 200': 2,
      'GET /customers/:customer/orders/:id/broken 500': 1,
      'GET - 404': 2,
      '_OTHER - 404': 1,
      'GET /orders/:id/slow 499': 1,
    });
    expect(await activeRequests(metrics)).toBe(0);
  });
});
