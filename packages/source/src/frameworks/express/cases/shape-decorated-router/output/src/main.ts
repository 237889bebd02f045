import './platform/config/env.js';
import express from 'express';
import { routerOf } from './decorators.js';
import { Tiles } from './tiles.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
for (const Controller of [Tiles]) {
  app.use(routerOf(Controller));
}
installPlatformErrors(app);
const server = app.listen(3000);
superviseServer(server);
