import { createServer, type Server } from 'node:http';
import express from 'express';

class Atlas {
  readonly app = express();
  readonly server: Server;

  constructor() {
    this.server = createServer(this.app);
  }

  async prepare(): Promise<Server> {
    return this.server;
  }
}

export const atlas = new Atlas();
