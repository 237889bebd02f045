import './platform/config/env.js';
import { serve } from '@hono/node-server';
import { createNodeWebSocket } from '@hono/node-ws';
import { Hono } from 'hono';
import { installPlatform, superviseServer } from './platform/index.js';

const app = new Hono();
installPlatform(app);
const { injectWebSocket, upgradeWebSocket } = createNodeWebSocket({ app });
app.get('/live', upgradeWebSocket(() => ({})));

const server = serve({ fetch: app.fetch, port: 3000 });
superviseServer(server);
injectWebSocket(server);
