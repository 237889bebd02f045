import { createServer } from 'node:http';
import { createApp } from './create-app.js';

async function main(): Promise<void> {
  const app = await createApp();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(3000, resolve));
}

void main();
