import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { startNest } from '../../fixtures/nest-service.ts';
import { requestContexts } from '../express/context/middleware.ts';
import { requestContexts as onFastify } from '../fastify/context/middleware.ts';
import { requestContexts as onHono } from '../hono/context/middleware.ts';
import { requestContexts as onKoa } from '../koa/context/middleware.ts';
import { requestContexts as onNode } from '../node-http/context/middleware.ts';
import { requestContext } from './request-context.ts';

// It has no types of its own.
const express4: typeof express = jest.requireActual('express-4');

/** A handler over a service over a repository, each of which waits. */
const repository = async () => {
  await wait(Math.random() * 8);
  return requestContext()?.requestId;
};
const service = async () => {
  await wait(Math.random() * 8);
  return repository();
};
const handle = async () => ({ id: await service(), still: requestContext()?.requestId });

/** Reads the body by listeners, as old code does. */
const listener: RequestListener = (request, response) => {
  request.on('data', () => undefined);
  request.on('end', async () => {
    const answer = JSON.stringify(await handle());
    response.setHeader('content-type', 'application/json').end(answer);
  });
};

type Start = () => Promise<{ readonly server: Server; close(): unknown }>;

const STARTS: Readonly<Record<string, Start>> = {
  'Express 4': async () => {
    const app = express4();
    app.use(requestContexts(), express4.json());
    app.post('/', async (_request, response) => void response.json(await handle()));
    return listening(app.listen(0));
  },
  'Express 5': async () => {
    const app = express();
    app.use(requestContexts(), express.json());
    app.post('/', async (_request, response) => void response.json(await handle()));
    return listening(app.listen(0));
  },
  Fastify: async () => {
    const app = fastify();
    onFastify()(app);
    app.post('/', handle);
    await app.listen({ port: 0 });
    return { server: app.server, close: () => app.close() };
  },
  'Nest on Express': () => startNest(new ExpressAdapter(), requestContexts(), handle),
  'Nest on Fastify': () => startNest(new FastifyAdapter(), requestContexts(), handle),
  Koa: async () => {
    const app = new Koa().use(onKoa()).use(async (context) => {
      for await (const _ of context.req);
      context.body = await handle();
    });
    return listening(app.listen(0));
  },
  Hono: async () => {
    const app = new Hono();
    app.use(onHono());
    app.post('/', async (c) => {
      await c.req.json();
      return c.json(await handle());
    });
    return listening(serve({ fetch: app.fetch, port: 0 }) as Server);
  },
  'node:http': async () => listening(createServer(onNode()(listener)).listen(0)),
};

async function listening(server: Server) {
  if (!server.listening) await once(server, 'listening');
  return { server, close: () => server.close() };
}

describe.each(Object.entries(STARTS))('%s', (_name, start) => {
  let running: Awaited<ReturnType<Start>>;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.close());

  async function post(id: string) {
    const { port } = running.server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': id },
      body: JSON.stringify({ filler: 'x'.repeat(5_000) }),
    });
    return {
      header: response.headers.get('x-request-id'),
      body: (await response.json()) as { readonly id: string },
    };
  }

  it('mixes up none of 200 requests at a time', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `request-${index}`);
    const answers = await Promise.all(ids.map(post));
    expect(answers).toEqual(ids.map((id) => ({ header: id, body: { id, still: id } })));
  });

  it('replaces a forged id', async () => {
    const { header, body } = await post('forged id; drop table');
    expect(header).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
    expect(body.id).toBe(header);
  });
});
