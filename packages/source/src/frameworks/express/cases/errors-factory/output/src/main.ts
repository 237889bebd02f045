import './platform/config/env.js';
import { createServer } from 'node:http';
import { createApp } from './create-app.js';
import { superviseServer } from './platform/index.js';

void (async () => {
  const app = await createApp();
  const server = createServer(app).listen(3000);
  superviseServer(server);
})();
