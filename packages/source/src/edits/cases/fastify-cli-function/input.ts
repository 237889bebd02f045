import type { FastifyInstance } from 'fastify';

export default async function atlas(fastify: FastifyInstance, options: object) {
  fastify.get('/', async () => options);
}
