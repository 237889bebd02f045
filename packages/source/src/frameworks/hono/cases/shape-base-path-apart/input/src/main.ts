import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const root = new Hono();
const app = root.basePath('/api');
app.get('/', (c) => c.text('tiles'));
serve(app);
