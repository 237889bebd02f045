import type { INestApplication } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { startNest } from '../../../fixtures/nest-service.ts';
import {
  abort,
  activeRequests,
  requestCounts,
  send,
  testMetrics,
} from '../../../fixtures/scrape.ts';
import { httpMetrics as onExpress } from '../../express/metrics/middleware.ts';
import { httpMetrics as onFastify } from './middleware.ts';

describe.each([
  ['Express', () => new ExpressAdapter(), onExpress],
  ['Fastify', () => new FastifyAdapter(), onFastify],
] as const)('on Nest with %s', (_platform, adapter, httpMetrics) => {
  const metrics = testMetrics();
  let app: INestApplication;

  beforeAll(async () => {
    app = await startNest(adapter(), httpMetrics(metrics));
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

    expect(await requestCounts(metrics)).toEqual({
      'GET /api/tickets/:id 200': 2,
      'GET /api/tickets/:id/broken 500': 1,
      'GET - 404': 2,
      'GET /api/tickets/:id/slow 499': 1,
    });
    expect(await activeRequests(metrics)).toBe(0);
  });
});
