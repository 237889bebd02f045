import express from 'express';

abstract class Service {}

class Atlas extends Service {
  private readonly app = express();
  constructor() {
    super();
    this.app.use(express.json());
  }
  start = () => this.app.listen(3000);
}

new Atlas().start();
