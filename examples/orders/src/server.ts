import express from 'express';
import { orderRoutes } from './order-routes.js';

const app = express();
app.use(express.json());
app.use(orderRoutes);

app.listen(Number(process.env.PORT ?? 3000));
