import type { FastifyPluginAsync } from 'fastify';

const atlas: FastifyPluginAsync = async (fastify) => {};

export default atlas;
