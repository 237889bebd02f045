import express from 'express';
import { routes } from './routes.js';
import { installPlatform, installPlatformErrors } from './platform/index.js';

export const app = express();
installPlatform(app);

app.use(express.json());
routes.forEach(({ path, router }) => {
  app.use(path, router);
}); // all of them
installPlatformErrors(app);

app.disable('x-powered-by');
