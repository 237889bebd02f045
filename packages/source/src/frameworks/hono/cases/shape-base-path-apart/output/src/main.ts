import './platform/config/env.js';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { installPlatform, superviseServer } from './platform/index.js';

const root = new Hono();
installPlatform(root);
const app = root.basePath('/api');
app.get('/', (c) => c.text('tiles'));
const server = serve(app);
superviseServer(server);
