import Fastify from 'fastify';

const app = Fastify({
  logger: true, // loud
});
