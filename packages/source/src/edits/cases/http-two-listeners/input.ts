import { createServer } from 'node:http';

const server = createServer();
server.on('request', (_request, response) => response.setHeader('x-atlas', '1'));
server.on('request', (_request, response) => response.end('atlas'));
server.listen(3000);
