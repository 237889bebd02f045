import './platform/config/env.js';
import type { FastifyInstance } from 'fastify';
import { installPlatform } from './platform/index.js';

export default async function atlas(fastify: FastifyInstance, options: object) {
  installPlatform(fastify);
  fastify.get('/', async () => options);
}
