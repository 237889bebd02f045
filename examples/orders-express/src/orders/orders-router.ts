import { Router } from 'express';
import type { OrderRepository } from './order-repository.js';
import { orderTotal } from './order-total.js';
import { parseOrder } from './parse-order.js';
import { shipOrder } from './ship-order.js';

export function ordersRouter(orders: OrderRepository): Router {
  const router = Router();

  router.get('/', (_request, response) => {
    response.json(orders.all());
  });

  router.post('/', (request, response) => {
    response.status(201).json(orders.add(parseOrder(request.body)));
  });

  router.get('/:orderId', (request, response, next) => {
    const order = orders.find(request.params.orderId);
    if (order === undefined) return next();
    response.json({ ...order, total: orderTotal(order) });
  });

  router.post('/:orderId/shipment', async (request, response, next) => {
    const order = orders.find(request.params.orderId);
    if (order === undefined) return next();
    orders.save(await shipOrder(order));
    response.status(202).json({ status: 'shipped' });
  });

  return router;
}
