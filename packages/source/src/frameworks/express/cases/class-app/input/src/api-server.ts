import express, { type Application } from 'express';

export class ApiServer {
  public readonly app: Application;

  constructor() {
    this.app = express();
    this.routes();
  }

  public start() {
    this.app.listen(8080);
  }

  private routes() {}
}
