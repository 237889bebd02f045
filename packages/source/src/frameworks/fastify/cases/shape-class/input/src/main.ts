import { Server } from './server.js';

const server = new Server();
await server.start();
