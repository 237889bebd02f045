import express, { type Express } from 'express';
import { installPlatform } from './platform/index.js';

export async function createApp(): Promise<Express> {
  const app = express()
  installPlatform(app);
  app.use(express.json());
  return app;
}
