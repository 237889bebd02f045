import './platform/config/env.js';
import path from 'node:path';
import autoload from '@fastify/autoload';
import Fastify from 'fastify';
import { installPlatform } from './platform/index.js';

const server = Fastify({ logger: true });
installPlatform(server);

server.register(autoload, { dir: path.join(__dirname, 'plugins') });
server.register(autoload, { dir: path.join(__dirname, 'routes') });

const start = async () => {
  try {
    await server.listen({ port: 3000 });
  } catch (error) {
    server.log.error(error);
    process.exit(1);
  }
};
start();
