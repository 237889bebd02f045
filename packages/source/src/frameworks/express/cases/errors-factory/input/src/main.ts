import { createServer } from 'node:http';
import { createApp } from './create-app.js';

void (async () => {
  const app = await createApp();
  createServer(app).listen(3000);
})();
