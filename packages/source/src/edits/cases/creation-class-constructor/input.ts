import express from 'express';

class Atlas {
  readonly app;
  constructor(private readonly port: number) {
    this.app = express();
    this.app.use(express.json());
  }
  start(): void {
    this.app.listen(this.port);
  }
}

new Atlas(3000).start();
