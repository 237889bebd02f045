import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

abstract class Service {}

class Atlas extends Service {
  private readonly app = express();
  constructor() {
    super();
    installPlatform(this.app);
    this.app.use(express.json());
  }
  start = () => superviseServer(this.app.listen(3000));
}

new Atlas().start();
