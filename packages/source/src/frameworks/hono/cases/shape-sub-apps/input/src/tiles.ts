import { Hono } from 'hono';

export const tiles = new Hono();
