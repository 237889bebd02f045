import { buildServer } from './build-server.js';

const start = async (): Promise<void> => {
  const server = await buildServer();
  try {
    await server.listen({ port: 3000, host: '0.0.0.0' });
  } catch (error) {
    server.log.error(error);
    process.exit(1);
  }
};

void start();
