import { Router } from 'express';
import type { OrderRepository } from '../orders/order-repository.js';
import { salesByProduct } from './sales-by-product.js';

export function reportsRouter(orders: OrderRepository): Router {
  const router = Router();

  router.get('/sales', (_request, response) => {
    response.json(salesByProduct(orders.all()));
  });

  return router;
}
