import './platform/config/env.js';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

const server = createServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }, app).listen(3443);
superviseServer(server);
