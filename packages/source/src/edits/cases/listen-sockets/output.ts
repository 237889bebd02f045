import './platform/config/env.js';
import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const web = createServer(app);
superviseServer(web);
const sockets = new Server(web);

sockets.on('connection', () => {});
web.listen(3000);
