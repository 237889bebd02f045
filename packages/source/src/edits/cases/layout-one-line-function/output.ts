import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

function start() { const app = express(); installPlatform(app); const server = app.listen(3000); superviseServer(server); }
start();
