import express from 'express';
import { routerOf } from './decorators.js';
import { Tiles } from './tiles.js';

const app = express();
for (const Controller of [Tiles]) {
  app.use(routerOf(Controller));
}
app.listen(3000);
