import './platform/config/env.js';
import type { FastifyPluginAsync } from 'fastify';
import { installPlatform } from './platform/index.js';

const atlas: FastifyPluginAsync = async (fastify) => { installPlatform(fastify); fastify.get('/', async () => 'atlas'); };

export { atlas as default };
