import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

class Atlas {
  readonly app;
  constructor(private readonly port: number) {
    this.app = express();
    installPlatform(this.app);
    this.app.use(express.json());
  }
  start(): void {
    const server = this.app.listen(this.port);
    superviseServer(server);
  }
}

new Atlas(3000).start();
