import express, { type Express } from 'express';

export async function createApp(): Promise<Express> {
  const app = express()
  app.use(express.json());
  return app;
}
