import express, { type Express } from 'express';

export class Application {
  private static current?: Application;
  private readonly server: Express = express();

  private constructor() {
    this.middleware();
  }

  static get instance(): Application {
    Application.current ??= new Application();
    return Application.current;
  }

  start(): void {
    this.routes();
    this.server.listen(3000);
  }

  private middleware(): void {
    this.server.use(express.json());
  }

  private routes(): void {
    this.server.get('/', (_, response) => response.send('tiles'));
  }
}
