import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono({ strict: false });
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(3000);
