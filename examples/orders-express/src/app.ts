import express, { type Express } from 'express';
import { customersRouter } from './customers/customers-router.js';
import { handleErrors } from './http/handle-errors.js';
import { logRequests } from './http/log-requests.js';
import { notFound } from './http/not-found.js';
import { ordersRouter } from './orders/orders-router.js';
import { reportsRouter } from './reports/reports-router.js';
import type { Store } from './store.js';

export function createApp(store: Store): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests);
  app.use(express.json({ limit: '64kb' }));

  app.use('/orders', ordersRouter(store.orders));
  app.use('/customers', customersRouter(store.customers, store.orders));
  app.use('/reports', reportsRouter(store.orders));

  app.use(notFound);
  app.use(handleErrors);
  return app;
}
