import express from 'express';
import { routes } from './routes.js';

export const app = express();

app.use(express.json());
routes.forEach(({ path, router }) => {
  app.use(path, router);
}); // all of them

app.disable('x-powered-by');
