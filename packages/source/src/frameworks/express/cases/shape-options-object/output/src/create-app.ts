import express from 'express';
import { installPlatform, installPlatformErrors } from './platform/index.js';

interface Options {
  readonly metrics: boolean;
}

export const createApp = async ({ metrics }: Options) => {
  const app = express();
  installPlatform(app);
  const logger = console.log;
  if (metrics) {
    app.get('/version', (_, response) => response.send('1'));
  }
  app.use(express.json());
  installPlatformErrors(app);
  return { app, logger, config: { port: 3000 } };
};
