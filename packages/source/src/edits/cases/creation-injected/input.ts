import express, { type Express } from 'express';

class Atlas {
  constructor(private readonly app: Express) {}
  start() {
    return this.app.listen(3000);
  }
}

const app = express();
new Atlas(app).start();
