import fastify, { type FastifyInstance } from 'fastify';

/** Build the server, without listening. */
export async function buildServer(): Promise<FastifyInstance> {
  const server = fastify({ logger: true });
  await server.register(import('./routes.js'));
  return server;
}
