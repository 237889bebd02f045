import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import type { Storage } from '../../storage-sql/templates/storage/storage.ts';
import { createIdempotentRequests as onExpress } from '../templates/express/idempotency/idempotent-requests.ts';
import { createIdempotentRequests as onFastify } from '../templates/fastify/idempotency/idempotent-requests.ts';
import { createIdempotentRequests as onHono } from '../templates/hono/idempotency/idempotent-requests.ts';
import { createIdempotency } from '../templates/idempotency/idempotency.ts';
import { createIdempotentRequests as onKoa } from '../templates/koa/idempotency/idempotent-requests.ts';
import { createIdempotentRequests as onNode } from '../templates/node-http/idempotency/idempotent-requests.ts';

export type Place = (body: Readonly<Record<string, unknown>>) => Promise<{
  readonly status: number;
  readonly body: object;
}>;

type Serve = (storage: Storage, place: Place) => Server | Promise<Server>;

const statusOf = (error: unknown): number =>
  error instanceof Error && 'status' in error ? Number(error.status) : 500;

/** A service on each framework that takes orders with `POST /orders`, each with an `Idempotency-Key` once. */
export const SERVICES: Readonly<Record<string, Serve>> = {
  express: (storage, place) => {
    const app = express();
    app.use(express.json());
    app.post('/orders', onExpress(createIdempotency(storage, 60_000)), async (request, response) => {
      const { status, body } = await place(request.body);
      response.status(status).location('/orders/1').json(body);
    });
    app.use((error: unknown, _request: unknown, response: express.Response, _next: unknown) => {
      response.status(statusOf(error)).json({ failed: true });
    });
    return app.listen(0);
  },
  fastify: async (storage, place) => {
    const app = fastify();
    onFastify(createIdempotency(storage, 60_000))(app);
    app.post<{ Body: Record<string, unknown> }>('/orders', async (request, reply) => {
      const { status, body } = await place(request.body);
      return reply.code(status).header('location', '/orders/1').send(body);
    });
    await app.listen({ port: 0 });
    return app.server;
  },
  koa: (storage, place) => {
    const app = new Koa();
    app.silent = true;
    app.use(async (context, next) => {
      let text = '';
      for await (const chunk of context.req) text += String(chunk);
      Object.assign(context.request, { body: JSON.parse(text) });
      try {
        await next();
      } catch (error) {
        context.status = statusOf(error);
        context.body = { failed: true };
      }
    });
    app.use(onKoa(createIdempotency(storage, 60_000)));
    app.use(async (context) => {
      const { status, body } = await place(Reflect.get(context.request, 'body') as Record<string, unknown>);
      context.status = status;
      context.set('location', '/orders/1');
      context.body = body;
    });
    return app.listen(0);
  },
  hono: (storage, place) => {
    const app = new Hono();
    app.use(onHono(createIdempotency(storage, 60_000)));
    app.post('/orders', async (c) => {
      const { status, body } = await place(await c.req.json());
      return c.json(body, status as 201, { location: '/orders/1' });
    });
    app.onError((error, c) => c.json({ failed: true }, statusOf(error) as 500));
    return serve({ fetch: app.fetch, port: 0 }) as Server;
  },
  'node-http': (storage, place) => {
    const idempotent = onNode(createIdempotency(storage, 60_000));
    return createServer(async (request, response) => {
      try {
        let text = '';
        for await (const chunk of request) text += String(chunk);
        const handle = idempotent(async ({ valid }, answer) => {
          const { status, body } = await place(valid.body as Record<string, unknown>);
          answer.writeHead(status, { 'content-type': 'application/json', location: '/orders/1' });
          answer.end(JSON.stringify(body));
        });
        await handle(Object.assign(request, { valid: { body: JSON.parse(text) } }), response);
      } catch (error) {
        response.writeHead(statusOf(error)).end('{"failed":true}');
      }
    }).listen(0);
  },
};

/** Start a service, and tell the port it listens on. */
export async function started(server: Server | Promise<Server>) {
  const running = await server;
  if (!running.listening) await once(running, 'listening');
  const { port } = running.address() as AddressInfo;
  return { port, close: () => running.close() };
}
