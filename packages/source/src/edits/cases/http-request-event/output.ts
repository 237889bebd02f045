import './platform/config/env.js';
import { createServer } from 'node:http';
import { installPlatform, superviseServer } from './platform/index.js';

const server = createServer();
superviseServer(server);

server.on('request', installPlatform((_request, response) => response.end('atlas')));
server.listen(3000);
