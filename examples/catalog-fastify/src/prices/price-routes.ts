import type { FastifyPluginAsync } from 'fastify';
import type { Products } from '../products/products.ts';
import { discounted } from './discounted.ts';
import { fetchRate } from './fetch-rate.ts';

interface PriceRequest {
  readonly Params: { readonly sku: string; readonly currency: string };
  readonly Querystring: { readonly discount?: number };
}

export function priceRoutes(products: Products): FastifyPluginAsync {
  return async (app) => {
    app.get<PriceRequest>('/:sku/:currency', async (request, reply) => {
      const { sku, currency } = request.params;
      const product = products.find(sku);
      const rate = await fetchRate(currency);
      if (product === undefined || rate === undefined)
        return reply.code(404).send({ error: 'no such price' });
      return { sku, currency, amount: discounted(product.cents * rate, Number(request.query.discount ?? 0)) };
    });
  };
}
