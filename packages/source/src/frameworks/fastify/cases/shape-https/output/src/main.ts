import './platform/config/env.js';
import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import { installPlatform } from './platform/index.js';

const server = fastify({
  http2: true,
  https: { key: readFileSync('key.pem'), cert: readFileSync('cert.pem') },
});
installPlatform(server);

server.listen({ port: 3443 });
