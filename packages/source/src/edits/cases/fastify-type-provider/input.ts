import { type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify } from 'fastify';

export const build = async () => {
  const app = fastify({
    logger: true,
  }).withTypeProvider<TypeBoxTypeProvider>();

  await app.register(import('./routes.js'));
  return app;
};

const app = await build();
await app.listen({ port: 3000 });
