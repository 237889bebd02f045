import './platform/config/env.js';
import * as http from 'http';
import { installPlatform, superviseServer } from './platform/index.js';

const server = http
  .createServer(installPlatform((_request, response) => {
    response.end('atlas');
  }))
  .listen(3000);
superviseServer(server);
