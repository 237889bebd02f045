import './platform/config/env.js';
import express, { type Express } from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

class Atlas {
  constructor(private readonly app: Express) {}
  start() {
    return superviseServer(this.app.listen(3000));
  }
}

const app = express();
installPlatform(app);
new Atlas(app).start();
