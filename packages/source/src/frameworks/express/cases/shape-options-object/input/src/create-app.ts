import express from 'express';

interface Options {
  readonly metrics: boolean;
}

export const createApp = async ({ metrics }: Options) => {
  const app = express();
  const logger = console.log;
  if (metrics) {
    app.get('/version', (_, response) => response.send('1'));
  }
  app.use(express.json());
  return { app, logger, config: { port: 3000 } };
};
