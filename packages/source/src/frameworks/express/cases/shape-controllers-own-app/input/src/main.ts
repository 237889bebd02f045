import 'reflect-metadata';
import express from 'express';
import { useExpressServer } from 'routing-controllers';
import { TilesController } from './tiles-controller.js';

const app = express();
useExpressServer(app, {
  routePrefix: '/api',
  controllers: [TilesController],
});

app.listen(3000);
