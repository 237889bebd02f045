import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify';
import { priceRoutes } from './prices/price-routes.ts';
import { productRoutes } from './products/product-routes.ts';
import { createProducts } from './products/products.ts';

export function buildApp(options: FastifyServerOptions = {}): FastifyInstance {
  const app = fastify(options);
  const products = createProducts();

  app.register(productRoutes(products), { prefix: '/products' });
  app.register(priceRoutes(products), { prefix: '/prices' });

  return app;
}
