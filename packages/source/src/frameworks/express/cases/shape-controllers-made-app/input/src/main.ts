import 'reflect-metadata';
import { createExpressServer } from 'routing-controllers';
import { TilesController } from './tiles-controller.js';

const app = createExpressServer({ controllers: [TilesController] });

app.listen(3000);
