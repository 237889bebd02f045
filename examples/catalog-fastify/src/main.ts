import { buildApp } from './app.ts';
import { port } from './port.ts';

const app = buildApp({ logger: true });

try {
  await app.listen({ port: port(), host: '127.0.0.1' });
} catch (error) {
  app.log.error(error);
  process.exitCode = 1;
}
