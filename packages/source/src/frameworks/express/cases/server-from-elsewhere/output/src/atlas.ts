import { createServer, type Server } from 'node:http';
import express from 'express';
import { installPlatform } from './platform/index.js';

class Atlas {
  readonly app = express();
  readonly server: Server;

  constructor() {
    installPlatform(this.app);
    this.server = createServer(this.app);
  }

  async prepare(): Promise<Server> {
    return this.server;
  }
}

export const atlas = new Atlas();
