import './platform/config/env.js';
import { createServer } from 'node:http';
import { createApp } from './create-app.js';
import { superviseServer } from './platform/index.js';

async function main(): Promise<void> {
  const app = await createApp();
  const server = createServer(app);
  superviseServer(server);
  await new Promise<void>((resolve) => server.listen(3000, resolve));
}

void main();
