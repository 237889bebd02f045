import './platform/config/env.js';
import { createServer, type RequestListener } from 'node:http';
import { installPlatform, superviseServer } from './platform/index.js';

const answer: RequestListener = (_request, response) => {
  response.end('atlas');
};

const server = createServer(installPlatform(answer));
superviseServer(server);
server.listen(3000);
