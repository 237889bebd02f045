import type { FastifyPluginAsync } from 'fastify';
import { routes } from './routes.js';

const atlas: FastifyPluginAsync = async (fastify) => routes(fastify);

export default atlas;
