import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

const app = express();
const http = createServer(app);
const io = new Server(http);
const sockets = new WebSocketServer({ server: http, path: '/live' });

io.on('connection', () => {});
sockets.on('connection', () => {});
app.get('/', (_, response) => response.send('tiles'));

http.listen(3000);
