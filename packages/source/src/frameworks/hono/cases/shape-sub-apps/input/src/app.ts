import { Hono } from 'hono';
import { tiles } from './tiles.js';

export const app = new Hono<{ Variables: { user: string } }>();
app.route('/tiles', tiles);
