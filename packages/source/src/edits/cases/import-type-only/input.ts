import type { Server } from 'node:http';
import type { Application } from 'express';
import express from 'express';

const app: Application = express();
const server: Server = app.listen(3000);
server.unref();
