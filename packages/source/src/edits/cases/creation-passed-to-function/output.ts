import './platform/config/env.js';
import express, { type Express } from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

function start(app: Express, port: number) {
  const server = app.listen(port);
  superviseServer(server);
}

const app = express();
installPlatform(app);
start(app, 3000);
