import './platform/config/env.js';
import { serve } from '@hono/node-server';
import { app } from './app.js';
import { superviseServer } from './platform/index.js';

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT) }, (info) => console.log(info.port));
superviseServer(server);
