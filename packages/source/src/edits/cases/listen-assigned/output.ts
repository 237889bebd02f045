import './platform/config/env.js';
import type { Server } from 'node:http';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
let server: Server | undefined;

server = app.listen(3000);
superviseServer(server);
export { server };
