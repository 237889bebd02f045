import express, { type Express } from 'express';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

export class Application {
  private static current?: Application;
  private readonly server: Express = express();

  private constructor() {
    installPlatform(this.server);
    this.middleware();
  }

  static get instance(): Application {
    Application.current ??= new Application();
    return Application.current;
  }

  start(): void {
    this.routes();
    installPlatformErrors(this.server);
    const httpServer = this.server.listen(3000);
    superviseServer(httpServer);
  }

  private middleware(): void {
    this.server.use(express.json());
  }

  private routes(): void {
    this.server.get('/', (_, response) => response.send('tiles'));
  }
}
