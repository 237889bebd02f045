import fastify, { type FastifyInstance } from 'fastify';
import { installPlatform } from './platform/index.js';

export class Server {
  private readonly instance: FastifyInstance;

  constructor() {
    this.instance = fastify({ logger: true });
    installPlatform(this.instance);
    this.instance.get('/', async () => 'tiles');
  }

  async start(): Promise<void> {
    await this.instance.listen({ port: 3000, host: '0.0.0.0' });
  }
}
