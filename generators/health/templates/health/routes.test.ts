import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { healthRoutes as fastifyRoutes } from '../fastify/health/routes.ts';
import { healthRoutes as honoRoutes } from '../hono/health/routes.ts';
import { healthRoutes as koaRoutes } from '../koa/health/routes.ts';
import { healthRoutes as nodeRoutes } from '../node-http/health/routes.ts';
import { createHealth, type Health } from './health.ts';
import { healthRoutes } from './routes.ts';

const SECRET = 'hunter2';

interface Service {
  readonly server: Server;
  close(): unknown;
}

async function onExpress(health: Health): Promise<Service> {
  const app = express();
  app.use(healthRoutes(health));
  app.use((_request, response) => void response.status(418).end());
  return listening(app.listen(0));
}

async function onFastify(health: Health): Promise<Service> {
  const app = fastify();
  fastifyRoutes(health)(app);
  app.addHook('onRequest', async (_request, reply) => reply.code(401).send());
  app.get('/health/live', async () => 'the route of the service');
  app.setNotFoundHandler((_request, reply) => reply.code(418).send());
  await app.listen({ port: 0 });
  return { server: app.server, close: () => app.close() };
}

async function insideFastify(health: Health): Promise<Service> {
  const app = fastify();
  app.register(async (inner) => {
    fastifyRoutes(health)(inner);
    inner.addHook('onRequest', async (_request, reply) => reply.code(401).send());
    inner.get('/health', async () => 'the route of the service');
  });
  app.setNotFoundHandler((_request, reply) => reply.code(418).send());
  await app.listen({ port: 0 });
  return { server: app.server, close: () => app.close() };
}

async function onKoa(health: Health): Promise<Service> {
  const app = new Koa().use(koaRoutes(health)).use((context) => {
    context.status = 418;
  });
  return listening(app.listen(0));
}

async function onHono(health: Health): Promise<Service> {
  const app = new Hono();
  app.use(honoRoutes(health));
  app.notFound((context) => context.body(null, 418));
  return listening(serve({ fetch: app.fetch, port: 0 }) as Server);
}

async function onNode(health: Health): Promise<Service> {
  const listener = nodeRoutes(health)((_request, response) => response.writeHead(418).end());
  return listening(createServer(listener).listen(0));
}

async function listening(server: Server): Promise<Service> {
  if (!server.listening) await once(server, 'listening');
  return { server, close: () => server.close() };
}

describe.each([
  ['Express', onExpress, 418],
  ['Fastify', onFastify, 401],
  ['a plugin of Fastify', insideFastify, 418],
  ['Koa', onKoa, 418],
  ['Hono', onHono, 418],
  ['node:http', onNode, 418],
] as const)('on %s', (_framework, start, elsewhere) => {
  const health = createHealth({ cacheMs: 0, checks: [] });
  let service: Service;
  let failing = false;
  let runs = 0;

  async function probe(path: string, method = 'GET') {
    const { port } = service.server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  const statuses = async (...paths: readonly string[]) =>
    Promise.all(paths.map(async (path) => (await probe(path)).status));

  beforeAll(async () => {
    service = await start(health);
  });
  afterAll(() => service.close());

  it('lives, but is not ready, before it has started', async () => {
    expect(await statuses('/livez', '/readyz', '/startupz', '/health')).toEqual([
      200, 503, 503, 503,
    ]);
  });

  it('is ready once it has started', async () => {
    health.markStarted();
    const paths = [
      '/health',
      '/health/live',
      '/health/ready',
      '/health/startup',
      '/health/dependencies',
    ];
    expect(await statuses(...paths, '/livez', '/readyz', '/startupz')).toEqual(Array(8).fill(200));
    const { headers, body } = await probe('/health/ready?verbose');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(body)).toEqual({ status: 'ok', checks: {} });
  });

  it('says what fails, and no secret, when a check that was added fails', async () => {
    health.addCheck({
      name: 'database',
      critical: true,
      check: () => {
        runs++;
        if (failing) throw Object.assign(new Error(SECRET), { code: SECRET, name: `E ${SECRET}` });
      },
    });
    failing = true;
    const { status, body } = await probe('/health/ready');
    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({
      status: 'error',
      checks: { database: { status: 'error', critical: true, error: 'Error' } },
    });
    expect(body).not.toContain(SECRET);
    expect(await statuses('/livez', '/startupz', '/health/dependencies')).toEqual([200, 200, 503]);
    expect(await statuses('/readyz?exclude=database', '/readyz?exclude=mail')).toEqual([200, 503]);
    expect(JSON.parse((await probe('/livez?verbose')).body)).toMatchObject({
      status: 'ok',
      checks: { database: { status: 'error' } },
    });
    expect(JSON.parse((await probe('/livez?verbose&exclude=database')).body).checks).toEqual({});
    expect(health.statuses()).toEqual([{ value: 0, attributes: { check: 'database' } }]);
    expect(health.durations()).toEqual([
      { value: expect.any(Number), attributes: { check: 'database' } },
    ]);
    await health.report('ready');
    const ran = runs;
    expect(ran).toBeGreaterThan(2);
    failing = false;
  });

  it('answers HEAD without a body and refuses other methods', async () => {
    const head = await probe('/readyz', 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
    const post = await probe('/readyz', 'POST');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('leaves other paths to the service', async () => {
    expect(await statuses('/', '/healthy', '/health/unknown', '/readyz/x', '/__proto__')).toEqual(
      Array(5).fill(elsewhere),
    );
  });

  it('lives, but is no longer ready, once it is shutting down', async () => {
    health.markShuttingDown();
    expect(await statuses('/livez', '/startupz', '/readyz', '/health/dependencies')).toEqual([
      200, 200, 503, 200,
    ]);
  });
});
