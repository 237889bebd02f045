import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

export const start = (port: number) => superviseServer(app.listen(port));

start(3000);
