import { type FastifyInstance, fastify } from 'fastify';
import { abort, ask, record, send } from '../../../fixtures/recorder.ts';
import { observeRequests } from './middleware.ts';

type Install = (app: FastifyInstance, plugin: (app: FastifyInstance) => void) => void;

describe.each<[string, Install]>([
  ['on Fastify', (app, plugin) => plugin(app)],
  ['inside a plugin', (app, plugin) => void app.register(async (inner) => plugin(inner))],
])('%s', (_where, install) => {
  const recorder = record();
  const app = fastify();

  function service(inner: FastifyInstance): void {
    observeRequests(recorder.requests)(inner);
    inner.get('/', async () => 'root');
    inner.post('/context/:id', async () => recorder.current());
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

    expect(recorder.counts()).toEqual({
      'GET / 200': 1,
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
      ask(app.server, path, { method: 'POST', headers, body }),
    );
    expect(await Promise.all(asking)).toEqual(['/context/1', '/context/2']);
  });
});
