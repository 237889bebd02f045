import type { FastifyInstance } from 'fastify';

export default async function app(fastify: FastifyInstance) {
  fastify.get('/', async () => 'tiles');
}
