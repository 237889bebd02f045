import { readFileSync } from 'node:fs';
import fastify from 'fastify';

const server = fastify({
  http2: true,
  https: { key: readFileSync('key.pem'), cert: readFileSync('cert.pem') },
});

server.listen({ port: 3443 });
