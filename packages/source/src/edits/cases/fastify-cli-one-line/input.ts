import type { FastifyPluginAsync } from 'fastify';

const atlas: FastifyPluginAsync = async (fastify) => { fastify.get('/', async () => 'atlas'); };

export { atlas as default };
