import { once } from 'node:events';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import { fastify } from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { z } from 'zod';
import { apiAnswers } from '../express/openapi/api-answers.ts';
import { apiRoutes } from '../express/openapi/api-routes.ts';
import { apiAnswers as fastifyAnswers } from '../fastify/openapi/api-answers.ts';
import { apiRoutes as fastifyRoutes } from '../fastify/openapi/api-routes.ts';
import { apiAnswers as honoAnswers } from '../hono/openapi/api-answers.ts';
import { apiRoutes as honoRoutes } from '../hono/openapi/api-routes.ts';
import { apiAnswers as koaAnswers } from '../koa/openapi/api-answers.ts';
import { apiRoutes as koaRoutes } from '../koa/openapi/api-routes.ts';
import { apiAnswers as nodeAnswers } from '../node-http/openapi/api-answers.ts';
import { apiRoutes as nodeRoutes } from '../node-http/openapi/api-routes.ts';
import { createAnswers } from './answers.ts';
import { buildDocument } from './document.ts';
import type { Route } from './route.ts';

const lamps: Route = {
  method: 'get',
  path: '/lamps/{id}',
  summary: 'One lamp',
  responses: { 200: { description: 'The lamp', body: z.object({ id: z.string() }) } },
  deprecated: { since: new Date(0) },
};
const document = buildDocument('lamps', '1.0.0', [lamps]);
const answers = createAnswers([lamps], { check: true, strict: true, log: console });
/** As described only for the lamp `a`. */
const answerFor = (id: string) => ({ id: id === 'a' ? id : 1 });

const STARTS: Readonly<Record<string, () => Promise<Server> | Server>> = {
  Express: () => {
    const app = express();
    app.use(apiAnswers(answers), apiRoutes(document, '/docs'));
    app.get('/lamps/:id', (request, response) => response.json(answerFor(request.params.id)));
    app.use((_error: unknown, _request: unknown, response: express.Response, _next: unknown) => {
      response.status(500).end();
    });
    return app.listen(0);
  },
  Fastify: async () => {
    const app = fastify();
    fastifyAnswers(answers)(app);
    fastifyRoutes(document, '/docs')(app);
    app.get<{ Params: { id: string } }>('/lamps/:id', async ({ params }) => answerFor(params.id));
    await app.listen({ port: 0 });
    return app.server;
  },
  Koa: () => {
    const app = new Koa();
    app.silent = true;
    app.use(koaAnswers(answers)).use(koaRoutes(document, '/docs'));
    app.use((context) => {
      context.body = answerFor(context.path.slice('/lamps/'.length));
    });
    return app.listen(0);
  },
  Hono: () => {
    const app = new Hono();
    app.use(honoAnswers(answers)).use(honoRoutes(document, '/docs'));
    app.get('/lamps/:id', (c) => c.json(answerFor(c.req.param('id'))));
    app.onError((_error, c) => c.body(null, 500));
    return serve({ fetch: app.fetch, port: 0 }) as Server;
  },
  'node:http': () => {
    const handle = nodeAnswers(answers)(
      nodeRoutes(
        document,
        '/docs',
      )((request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answerFor(request.url?.slice('/lamps/'.length) ?? '')));
      }),
    );
    return createServer((request, response) => {
      try {
        handle(request, response);
      } catch {
        response.writeHead(500).end();
      }
    }).listen(0);
  },
};

describe.each(Object.entries(STARTS))('on %s', (_name, start) => {
  let server: Server;
  beforeAll(async () => {
    server = await start();
    if (!server.listening) await once(server, 'listening');
  });
  afterAll(() => {
    server.close();
  });

  function get(path: string) {
    const { port } = server.address() as AddressInfo;
    return new Promise<{ status: number; headers: NodeJS.Dict<unknown>; body: string }>(
      (resolve, reject) => {
        const asking = ask({ port, path, agent: false }, (response) => {
          let body = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            body += part;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          );
        });
        asking.on('error', reject).end();
      },
    );
  }

  it('answers with the document, and with a page for people', async () => {
    expect(JSON.parse((await get('/openapi.json')).body)).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
    const page = await get('/docs?x');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toContain('GET /lamps/{id}');
  });

  it('tells of a deprecated route, and fails when an answer is not as described', async () => {
    const good = await get('/lamps/a');
    expect([good.status, good.body, good.headers.deprecation]).toEqual([200, '{"id":"a"}', '@0']);
    expect((await get('/lamps/b')).status).toBe(500);
  });
});
