import express, { type Application } from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

export class ApiServer {
  public readonly app: Application;

  constructor() {
    this.app = express();
    installPlatform(this.app);
    this.routes();
  }

  public start() {
    const server = this.app.listen(8080);
    superviseServer(server);
  }

  private routes() {}
}
