import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express(); installPlatform(app); /* public */ const port = 3000;
const server = app.listen(port);
superviseServer(server);
