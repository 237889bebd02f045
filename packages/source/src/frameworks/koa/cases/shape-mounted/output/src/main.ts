import './platform/config/env.js';
import Koa from 'koa';
import mount from 'koa-mount';
import { installPlatform, superviseServer } from './platform/index.js';

const root = new Koa();
installPlatform(root);
const api = new Koa();
api.use((context) => {
  context.body = 'tiles';
});
root.use(mount('/api', api));

const server = root.listen(3000);
superviseServer(server);
