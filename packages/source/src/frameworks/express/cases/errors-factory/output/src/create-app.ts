import express from 'express';
import { mount } from './mount.js';
import { installPlatform, installPlatformErrors } from './platform/index.js';

export async function createApp() {
  const app = express();
  installPlatform(app);
  app.use(express.json());
  await mount(app);
  installPlatformErrors(app);
  return app;
}
