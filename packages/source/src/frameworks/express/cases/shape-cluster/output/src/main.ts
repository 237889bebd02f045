import './platform/config/env.js';
import cluster from 'node:cluster';
import express from 'express';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

if (cluster.isPrimary) {
  cluster.fork();
} else {
  const app = express();
  installPlatform(app);
  app.get('/', (_, response) => response.send('tiles'));
  installPlatformErrors(app);
  const server = app.listen(3000);
  superviseServer(server);
}
