import { createServer } from 'node:http';
import express from 'express';
import { Server } from 'socket.io';

const app = express();
const web = createServer(app);
const sockets = new Server(web);

sockets.on('connection', () => {});
web.listen(3000);
