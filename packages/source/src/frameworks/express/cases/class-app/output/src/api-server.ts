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
    superviseServer(this.app.listen(8080));
  }

  private routes() {}
}
