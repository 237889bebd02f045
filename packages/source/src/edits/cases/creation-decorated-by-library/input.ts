import express from 'express';
import { useControllers } from 'controllers';

const app = express();
useControllers(app, { controllers: [] });
app.listen(3000);
