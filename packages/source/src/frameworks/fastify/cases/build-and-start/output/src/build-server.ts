import fastify, { type FastifyInstance } from 'fastify';
import { installPlatform } from './platform/index.js';

/** Build the server, without listening. */
export async function buildServer(): Promise<FastifyInstance> {
  const server = fastify({ logger: true });
  installPlatform(server);
  await server.register(import('./routes.js'));
  return server;
}
