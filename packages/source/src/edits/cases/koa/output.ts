import './platform/config/env.js';
import Koa from 'koa';
import { installPlatform, superviseServer } from './platform/index.js';

const app = new Koa();
installPlatform(app);

app.use(async (context) => {
  context.body = 'atlas';
});

const server = app.listen(3000);
superviseServer(server);
