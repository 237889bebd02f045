import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express(),
  port = 3000; // both
installPlatform(app);
const server = app.listen(port);
superviseServer(server);
