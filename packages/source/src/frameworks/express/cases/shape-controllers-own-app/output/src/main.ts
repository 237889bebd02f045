import 'reflect-metadata';
import './platform/config/env.js';
import express from 'express';
import { useExpressServer } from 'routing-controllers';
import { TilesController } from './tiles-controller.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
useExpressServer(app, {
  routePrefix: '/api',
  controllers: [TilesController],
});
installPlatformErrors(app);

const server = app.listen(3000);
superviseServer(server);
