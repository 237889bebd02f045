import type { Server } from 'node:http';
import express from 'express';

const app = express();
let server: Server | undefined;

server = app.listen(3000);
export { server };
