import './platform/config/env.js';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { installPlatform, superviseServer } from './platform/index.js';

const app = new Hono({ strict: false });
installPlatform(app);
const server = createAdaptorServer({ fetch: app.fetch });
superviseServer(server);
server.listen(3000);
