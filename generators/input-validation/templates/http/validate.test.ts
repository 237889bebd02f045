import { once } from 'node:events';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import Koa from 'koa';
import { z } from 'zod';
import { AppError } from '../../host/errors/app-error.ts';
import { checkRequest } from '../express/http/check-request.ts';
import { validate } from '../express/http/validate.ts';
import { checkRequest as beforeFastify } from '../fastify/http/check-request.ts';
import { validate as onFastify } from '../fastify/http/validate.ts';
import { checkRequest as beforeHono } from '../hono/http/check-request.ts';
import { validate as onHono } from '../hono/http/validate.ts';
import { checkRequest as beforeKoa } from '../koa/http/check-request.ts';
import { validate as onKoa } from '../koa/http/validate.ts';
import { valid } from '../nest/http/validate.ts';
import { bodyLimit as nodeLimit } from '../node-http/http/body-limit.ts';
import { validate as onNode } from '../node-http/http/validate.ts';
import { tooLarge } from './body.ts';
import { BODY_LIMITS } from './body-limits.ts';

// It has no types of its own.
const express4: typeof express = jest.requireActual('express-4');

const schemas = {
  query: z.object({ page: z.coerce.number().optional() }),
  body: z.object({ sku: z.string() }),
};

/** What `problem-errors` makes of a failure, in short. */
function told(error: unknown): { readonly status: number; readonly faults: unknown } {
  if (error instanceof AppError) return { status: error.status, faults: error.faults };
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined;
  return { status: typeof status === 'number' ? status : 500, faults: [] };
}

type Start = () => Promise<{ readonly server: Server; close(): unknown }>;

/** How a route is checked: around its handler, or before it. */
type Way = 'around' | 'before';

function onExpress(create: typeof express, parser: boolean, way: Way = 'around'): Start {
  return async () => {
    const app = create();
    if (parser) app.use(create.json());
    const answer = (request: object, response: express.Response) =>
      response.json(Reflect.get(request, 'valid'));
    if (way === 'before') app.post('/', checkRequest(schemas), answer);
    else app.post('/', validate(schemas, answer));
    app.use((error: unknown, _request: unknown, response: express.Response, _next: unknown) => {
      const { status, faults } = told(error);
      response.status(status).json(faults);
    });
    return listening(app.listen(0));
  };
}

function fastifyServer(way: Way): Start {
  return async () => {
    const app = fastify();
    const answer = async (request: object) => Reflect.get(request, 'valid') as object;
    if (way === 'before') app.post('/', { preHandler: beforeFastify(schemas) }, answer);
    else app.post('/', onFastify(schemas, answer));
    app.setErrorHandler((error, _request, reply) => {
      const { status, faults } = told(error);
      return reply
        .code(status === 500 ? ((error as { statusCode?: number }).statusCode ?? 500) : status)
        .send(faults);
    });
    await app.listen({ port: 0 });
    return { server: app.server, close: () => app.close() };
  };
}

function koaServer(way: Way): Start {
  return async () => {
    const app = new Koa();
    app.use(async (context, next) => {
      try {
        await next();
      } catch (error) {
        const { status, faults } = told(error);
        context.status = status;
        context.body = faults;
      }
    });
    const answer = (context: Koa.Context) => {
      context.body = context.valid;
    };
    if (way === 'before') app.use(beforeKoa(schemas)).use(answer);
    else app.use(onKoa(schemas, answer));
    return listening(app.listen(0));
  };
}

function honoServer(way: Way): Start {
  return async () => {
    const app = new Hono();
    const maxSize = BODY_LIMITS.bytes;
    const onError = () => {
      throw tooLarge();
    };
    if (way === 'around')
      app.post(
        '/',
        onHono(schemas, (c, given) => c.json(given)),
      );
    else
      app.post('/', bodyLimit({ maxSize, onError }), beforeHono(schemas), async (c) => {
        const query =
          c.req.query('page') === undefined ? {} : { page: Number(c.req.query('page')) };
        return c.json({ query, body: await c.req.json() });
      });
    app.onError((error, c) => c.json(told(error).faults, told(error).status as 400));
    return listening(serve({ fetch: app.fetch, port: 0 }) as Server);
  };
}

const STARTS: Readonly<Record<string, Start>> = {
  'Express 4': onExpress(express4, true),
  'Express 5': onExpress(express, true),
  'Express without a parser': onExpress(express, false),
  'Express 4, checked before': onExpress(express4, true, 'before'),
  'Express 5, checked before': onExpress(express, true, 'before'),
  Fastify: fastifyServer('around'),
  'Fastify, checked before': fastifyServer('before'),
  Koa: koaServer('around'),
  'Koa, checked before': koaServer('before'),
  Hono: honoServer('around'),
  'Hono, checked before': honoServer('before'),
  'node:http': async () => {
    const handle = onNode(schemas, (request, response) =>
      response.end(JSON.stringify(request.valid)),
    );
    const server = createServer(async (request, response) => {
      try {
        await nodeLimit()(handle)(request, response);
      } catch (error) {
        response.writeHead(told(error).status).end(JSON.stringify(told(error).faults));
      }
    });
    return listening(server.listen(0));
  },
};

async function listening(server: Server) {
  if (!server.listening) await once(server, 'listening');
  return { server, close: () => server.close() };
}

describe.each(Object.entries(STARTS))('on %s', (_name, start) => {
  let running: Awaited<ReturnType<Start>>;
  beforeAll(async () => {
    running = await start();
  });
  afterAll(() => running.close());

  /** Without a length the body is sent in chunks. */
  function post(body: string, { type = 'application/json', path = '/', chunked = false } = {}) {
    const { port } = running.server.address() as AddressInfo;
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const length = chunked ? {} : { 'content-length': Buffer.byteLength(body) };
      const asking = ask(
        { port, path, method: 'POST', headers: { 'content-type': type, ...length }, agent: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        },
      );
      asking.on('error', reject);
      if (chunked) asking.write(body.slice(0, 1));
      asking.end(chunked ? body.slice(1) : body);
    });
  }

  it('hands on what the schemas make of a request', async () => {
    const { status, body } = await post('{"sku":"a"}', { path: '/?page=2' });
    expect([status, JSON.parse(body)]).toEqual([200, { query: { page: 2 }, body: { sku: 'a' } }]);
  });

  it.each([
    ['{"sku":"a","admin":true}', ['/body/admin']],
    ['{"sku":1}', ['/body/sku']],
    ['[]', ['/body']],
  ])('answers %s with 400 and the place of each fault', async (text, pointers) => {
    const { status, body } = await post(text);
    expect([status, JSON.parse(body).map((fault: { pointer: string }) => fault.pointer)]).toEqual([
      400,
      pointers,
    ]);
  });

  it('refuses keys that reach into prototypes, broken JSON, and queries that nobody knows', async () => {
    expect((await post('{"sku":"a","__proto__":{"admin":true}}')).status).toBe(400);
    expect((await post('{"sku":')).status).toBe(400);
    expect((await post('{"sku":"a"}', { path: '/?debug=1' })).status).toBe(400);
    expect((await post('')).status).toBe(400);
  });

  it('refuses 101 kB, whether or not their length is told, and what is no JSON', async () => {
    const large = JSON.stringify({ sku: 'x'.repeat(101 * 1024) });
    expect((await post(large)).status).toBe(413);
    expect((await post(large, { chunked: true })).status).toBe(413);
    expect((await post('<sku>a</sku>', { type: 'text/xml' })).status).toBe(415);
  });
});

test('the pipe of Nest checks bodies, queries and parameters', async () => {
  const pipe = valid(schemas.body);
  expect(await pipe.transform({ sku: 'a' }, { type: 'body' })).toEqual({ sku: 'a' });
  await expect(pipe.transform({ sku: 1 }, { type: 'body' })).rejects.toMatchObject({ status: 400 });
  await expect(pipe.transform({ sku: 'a', more: 1 }, { type: 'query' })).rejects.toMatchObject({
    faults: [{ pointer: '/query/more' }],
  });
  const large = { sku: 'x'.repeat(101 * 1024) };
  await expect(pipe.transform(large, { type: 'body' })).rejects.toMatchObject({ status: 413 });
});
