import { type FastifyInstance, fastify } from 'fastify';
import {
  abort,
  activeRequests,
  requestCounts,
  send,
  testMetrics,
} from '../../../fixtures/scrape.ts';
import { httpMetrics } from './middleware.ts';

type Install = (app: FastifyInstance, plugin: (app: FastifyInstance) => void) => void;

describe.each<[string, Install]>([
  ['on Fastify', (app, plugin) => plugin(app)],
  ['inside a plugin', (app, plugin) => void app.register(async (inner) => plugin(inner))],
])('%s', (_where, install) => {
  const metrics = testMetrics();
  const app = fastify();

  function service(inner: FastifyInstance): void {
    httpMetrics(metrics)(inner);
    inner.get('/', async () => 'root');
    inner.register(
      async (orders) => {
        orders.get('/:id', async () => 'one');
        orders.get('/:id/broken', async () => {
          throw new Error('broken');
        });
        orders.get('/:id/slow', () => new Promise(() => undefined));
      },
      { prefix: '/orders' },
    );
  }

  beforeAll(async () => {
    install(app, service);
    await app.listen({ port: 0 });
  });
  afterAll(() => app.close());

  it('counts each request once, by the template of its route', async () => {
    const { server } = app;
    await send(
      server,
      ['GET', '/'],
      ['GET', '/orders/1'],
      ['GET', '/orders/2?x=1'],
      ['HEAD', '/orders/1'],
    );
    await send(server, ['GET', '/orders/3/broken'], ['GET', '/nowhere/1'], ['GET', '/nowhere/2']);
    await send(server, ['GET', '/health/live'], ['GET', '/readyz'], ['GET', '/metrics']);
    await abort(server, '/orders/9/slow');

    expect(await requestCounts(metrics)).toEqual({
      'GET / 200': 1,
      'GET /orders/:id 200': 2,
      'HEAD /orders/:id 200': 1,
      'GET /orders/:id/broken 500': 1,
      'GET - 404': 2,
      'GET /orders/:id/slow 499': 1,
    });
    expect(await activeRequests(metrics)).toBe(0);
  });
});
