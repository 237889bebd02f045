import type { FastifyPluginAsync } from 'fastify';
import type { Product } from './product.ts';
import { productSchema } from './product-schema.ts';
import type { Products } from './products.ts';

interface BySku {
  readonly Params: { readonly sku: string };
}

export function productRoutes(products: Products): FastifyPluginAsync {
  return async (app) => {
    app.get('/', async () => products.all());

    app.get<BySku>('/:sku', async (request, reply) => {
      const product = products.find(request.params.sku);
      return product ?? reply.code(404).send({ error: 'no such product' });
    });

    app.put<BySku & { Body: Product }>(
      '/:sku',
      { schema: { body: productSchema } },
      async (request, reply) => {
        products.put(request.body);
        return reply.code(204).send();
      },
    );

    app.delete<BySku>('/:sku', async (request, reply) => {
      const removed = products.remove(request.params.sku);
      return reply.code(removed ? 204 : 404).send();
    });
  };
}
