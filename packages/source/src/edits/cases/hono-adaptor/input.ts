import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono().basePath('/v1');
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(3000);
