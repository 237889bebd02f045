import { createServer, type RequestListener } from 'node:http';

const answer: RequestListener = (_request, response) => {
  response.end('atlas');
};

const server = createServer(answer);
server.listen(3000);
