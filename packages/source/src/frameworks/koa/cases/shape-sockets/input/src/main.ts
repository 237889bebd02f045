import http from 'node:http';
import Koa from 'koa';
import { Server } from 'socket.io';

const app = new Koa();
const server = http.createServer(app.callback());
new Server(server);
app.use((context) => {
  context.body = 'tiles';
});
server.listen(3000);
