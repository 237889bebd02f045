import './platform/config/env.js';
import type { Server } from 'node:http';
import type { Application } from 'express';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app: Application = express();
installPlatform(app);
const server: Server = app.listen(3000);
superviseServer(server);
server.unref();
