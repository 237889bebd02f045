import { Hono } from 'hono';
import { tiles } from './tiles.js';
import { installPlatform } from './platform/index.js';

export const app = new Hono<{ Variables: { user: string } }>();
installPlatform(app);
app.route('/tiles', tiles);
