import { serve } from '@hono/node-server';
import { createNodeWebSocket } from '@hono/node-ws';
import { Hono } from 'hono';

const app = new Hono();
const { injectWebSocket, upgradeWebSocket } = createNodeWebSocket({ app });
app.get('/live', upgradeWebSocket(() => ({})));

const server = serve({ fetch: app.fetch, port: 3000 });
injectWebSocket(server);
