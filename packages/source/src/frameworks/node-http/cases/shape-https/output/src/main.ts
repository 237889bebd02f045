import './platform/config/env.js';
import { readFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { installPlatform, superviseServer } from './platform/index.js';

const server = createSecureServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem'), allowHTTP1: true });
superviseServer(server);
server.on('request', installPlatform((_request, response) => {
  response.end('tiles');
}));
server.listen(3443);
