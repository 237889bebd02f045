import type { INestApplication } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { startNest } from '../../../fixtures/nest-service.ts';
import { abort, ask, record, send } from '../../../fixtures/recorder.ts';
import { observeRequests as onExpress } from '../../express/requests/middleware.ts';
import { watchFailures } from '../../nest/requests/failures.ts';
import { observeRequests as onFastify } from './middleware.ts';

describe.each([
  ['Express', () => new ExpressAdapter(), onExpress],
  ['Fastify', () => new FastifyAdapter(), onFastify],
] as const)('on Nest with %s', (_platform, adapter, observeRequests) => {
  const recorder = record();
  let app: INestApplication;

  beforeAll(async () => {
    const watching = watchFailures(recorder.requests)();
    app = await startNest(
      adapter(),
      observeRequests(recorder.requests),
      recorder.current,
      watching,
    );
  });
  afterAll(() => app.close());

  it('counts each request once, by the template of its route', async () => {
    const server = app.getHttpServer();
    await send(
      server,
      ['GET', '/api/tickets/1'],
      ['GET', '/api/tickets/2?x=1'],
      ['GET', '/api/tickets/3/broken'],
    );
    await send(server, ['GET', '/tickets/1'], ['GET', '/api/nowhere/2'], ['GET', '/health/live']);
    await abort(server, '/api/tickets/9/slow');

    expect(recorder.counts()).toEqual({
      'GET /api/tickets/:id 200': 2,
      'GET /api/tickets/:id/broken 500': 1,
      'GET - 404': 2,
      'GET /api/tickets/:id/slow 499': 1,
    });
    expect(recorder.active()).toBe(0);
    expect(recorder.failures()).toEqual(['broken']);
  });

  it('keeps what observers put around a request around its handler', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(100_000) });
    const headers = { 'content-type': 'application/json' };
    const asking = ['/api/tickets/1/context', '/api/tickets/2/context'].map((path) =>
      ask(app.getHttpServer(), path, { method: 'POST', headers, body }),
    );
    expect(await Promise.all(asking)).toEqual(['/api/tickets/1/context', '/api/tickets/2/context']);
  });
});
