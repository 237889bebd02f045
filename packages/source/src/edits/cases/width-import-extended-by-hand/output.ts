import './platform/config/env.js';
import express from 'express';
import {
  health,
  installPlatform,
  metrics,
  superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
health(metrics);
const server = app.listen(3000);
superviseServer(server);
