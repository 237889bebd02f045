import type { FastifyPluginAsync } from 'fastify';

const atlas: FastifyPluginAsync = async ({ get }) => {
  get('/', async () => 'atlas');
};

export default atlas;
