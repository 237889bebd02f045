import './platform/config/env.js';
import http from 'node:http';
import Koa from 'koa';
import { installPlatform, superviseServer } from './platform/index.js';

const app = new Koa<{ user: string }>();
installPlatform(app);
const server = http.createServer(app.callback()).listen(3000);
superviseServer(server);
