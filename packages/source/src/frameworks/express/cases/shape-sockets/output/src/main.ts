import './platform/config/env.js';
import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const http = createServer(app);
superviseServer(http);
const io = new Server(http);
const sockets = new WebSocketServer({ server: http, path: '/live' });

io.on('connection', () => {});
sockets.on('connection', () => {});
app.get('/', (_, response) => response.send('tiles'));
installPlatformErrors(app);

http.listen(3000);
