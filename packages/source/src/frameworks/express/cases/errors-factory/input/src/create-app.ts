import express from 'express';
import { mount } from './mount.js';

export async function createApp() {
  const app = express();
  app.use(express.json());
  await mount(app);
  return app;
}
