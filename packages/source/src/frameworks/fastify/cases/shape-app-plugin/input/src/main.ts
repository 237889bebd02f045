import Fastify from 'fastify';
import app from './app.js';

const server = Fastify();
void server.register(app);

server.listen({ port: 3000 }, (error) => {
  if (error) process.exit(1);
});
