import express from 'express';

class Server {
  private readonly app = express();

  constructor() {
    this.app.use(express.json());
  }

  async start(): Promise<void> {
    await this.routes();
    this.app.listen(3000);
  }

  private async routes(): Promise<void> {
    const { routes } = await import('./routes.js');
    this.app.use(routes);
  }
}

void new Server().start();
