import express from 'express';
import { installPlatform } from './platform/index.js';

export function createApp() {
  const app = express();
  installPlatform(app);
  app.use(express.json());
  return app;
}
