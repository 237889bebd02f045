import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

export function test(app: { listen(port: number): void }) {
  app.listen(1);
}

const server = app.listen(3000);
superviseServer(server);
