import type { Framework } from '@joinery/kit';
import type { FrameworkAdapter } from './adapter.ts';
import { express } from './express/express.ts';
import { fastify } from './fastify/fastify.ts';
import { hono } from './hono/hono.ts';
import { koa } from './koa/koa.ts';
import { nest } from './nest/nest.ts';
import { nodeHttp } from './node-http/node-http.ts';

/** Every framework whose services can be edited. */
export const ADAPTERS: Readonly<Record<Framework, FrameworkAdapter>> = {
  express,
  fastify,
  nest,
  koa,
  hono,
  'node-http': nodeHttp,
};
