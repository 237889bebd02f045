import './platform/config/env.js';
import Fastify from 'fastify';
import app from './app.js';
import { installPlatform } from './platform/index.js';

const server = Fastify();
installPlatform(server);
void server.register(app);

server.listen({ port: 3000 }, (error) => {
  if (error) process.exit(1);
});
