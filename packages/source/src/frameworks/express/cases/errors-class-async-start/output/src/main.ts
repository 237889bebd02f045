import './platform/config/env.js';
import express from 'express';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

class Server {
  private readonly app = express();

  constructor() {
    installPlatform(this.app);
    this.app.use(express.json());
  }

  async start(): Promise<void> {
    await this.routes();
    installPlatformErrors(this.app);
    const server = this.app.listen(3000);
    superviseServer(server);
  }

  private async routes(): Promise<void> {
    const { routes } = await import('./routes.js');
    this.app.use(routes);
  }
}

void new Server().start();
