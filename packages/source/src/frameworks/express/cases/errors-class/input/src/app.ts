import express from 'express';

export class App {
  public app: express.Application;

  constructor(controllers: { router: express.Router }[]) {
    this.app = express();
    this.initializeMiddleware();
    this.initializeControllers(controllers);
    this.initializeErrorHandling();
    this.report();
  }

  public listen() {
    this.app.listen(3000, () => {
      console.log('up');
    });
  }

  private initializeMiddleware() {
    this.app.use(express.json());
  }

  private initializeControllers(controllers: { router: express.Router }[]) {
    for (const controller of controllers) {
      this.app.use('/', controller.router);
    }
  }

  private initializeErrorHandling() {
    this.app.use((error: Error, _: express.Request, response: express.Response, next: express.NextFunction) => {
      next(error);
    });
  }

  private report() {
    console.log('built');
  }
}
