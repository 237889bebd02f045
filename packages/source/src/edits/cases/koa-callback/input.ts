import http from 'node:http';
import Koa from 'koa';

const app = new Koa<{ user: string }>();
http.createServer(app.callback()).listen(3000);
