import Fastify from 'fastify';

const app = Fastify({
  logger: true, // loud
  bodyLimit: 102400,
});
