import Router from '@koa/router';
import { type Invoice, readInvoice, total } from './invoice';

export function invoiceRouter(): Router {
  const invoices = new Map<string, Invoice>();
  const router = new Router({ prefix: '/invoices' });

  router.get('/', (ctx) => {
    ctx.body = [...invoices.values()];
  });

  router.get('/:number/total', (ctx) => {
    const invoice = invoices.get(ctx.params.number ?? '');
    if (invoice === undefined) {
      ctx.throw(404, 'no such invoice');
      return;
    }
    ctx.body = { cents: total(invoice) };
  });

  router.put('/:number', (ctx) => {
    const invoice = readInvoice(ctx.params.number ?? '', ctx.request.body);
    if (invoice === undefined) {
      ctx.throw(400, 'this is no invoice');
      return;
    }
    invoices.set(invoice.number, invoice);
    ctx.status = 204;
  });

  return router;
}
