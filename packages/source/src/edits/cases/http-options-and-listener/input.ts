import { createServer } from 'node:http';

const server = createServer({ keepAliveTimeout: 5_000 }, (_request, response) => {
  response.end('atlas');
});

server.listen(3000);
