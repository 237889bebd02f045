import './platform/config/env.js';
import http from 'node:http';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const server = http.createServer(app);
superviseServer(server);

server.listen(3000);
server.on('error', console.error);
