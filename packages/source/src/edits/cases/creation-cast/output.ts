import './platform/config/env.js';
import express, { type Express } from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

export const app = <Express>(express() as unknown);
installPlatform(app);

const server = app.listen(3000);
superviseServer(server);
