import { bodyParser } from '@koa/bodyparser';
import Koa from 'koa';
import { invoiceRouter } from './invoices/invoice-router';

/** The service without a port, so that tests can have one of their own. */
export function createApp(): Koa {
  const app = new Koa();
  const invoices = invoiceRouter();

  app.use(bodyParser());
  app.use(invoices.routes());
  app.use(invoices.allowedMethods());

  return app;
}
