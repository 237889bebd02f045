import './platform/config/env.js';
import http from 'node:http';
import Koa from 'koa';
import { Server } from 'socket.io';
import { installPlatform, superviseServer } from './platform/index.js';

const app = new Koa();
installPlatform(app);
const server = http.createServer(app.callback());
superviseServer(server);
new Server(server);
app.use((context) => {
  context.body = 'tiles';
});
server.listen(3000);
