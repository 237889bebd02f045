import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

if (process.env.SOCKET) {
  const server = app.listen(process.env.SOCKET);
  superviseServer(server);
} else {
  const server = app.listen(3000);
  superviseServer(server);
}
