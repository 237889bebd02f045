import * as http from 'http';

http
  .createServer((_request, response) => {
    response.end('atlas');
  })
  .listen(3000);
