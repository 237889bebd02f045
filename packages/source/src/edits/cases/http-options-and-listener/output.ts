import './platform/config/env.js';
import { createServer } from 'node:http';
import { installPlatform, superviseServer } from './platform/index.js';

const server = createServer({ keepAliveTimeout: 5_000 }, installPlatform((_request, response) => {
  response.end('atlas');
}));
superviseServer(server);

server.listen(3000);
