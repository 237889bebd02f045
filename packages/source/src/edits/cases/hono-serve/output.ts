import './platform/config/env.js';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { installPlatform, superviseServer } from './platform/index.js';

const app = new Hono();
installPlatform(app);

app.get('/', (context) => context.text('atlas'));

const server = serve(
  {
    fetch: app.fetch,
    port: 3000,
  },
  (info) => {
    console.log(`on ${info.port}`);
  },
);
superviseServer(server);
