import { Router } from 'express';
import type { OrderRepository } from '../orders/order-repository.js';
import type { CustomerRepository } from './customer-repository.js';

export function customersRouter(customers: CustomerRepository, orders: OrderRepository): Router {
  const router = Router();

  router.get('/:customerId', (request, response, next) => {
    const customer = customers.find(request.params.customerId);
    if (customer === undefined) return next();
    response.json(customer);
  });

  router.get('/:customerId/orders', (request, response, next) => {
    const customer = customers.find(request.params.customerId);
    if (customer === undefined) return next();
    response.json(orders.ofCustomer(customer.id));
  });

  return router;
}
