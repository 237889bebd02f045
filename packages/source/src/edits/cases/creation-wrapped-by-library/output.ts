import './platform/config/env.js';
import express from 'express';
import { websockets } from 'express-sockets';
import { installPlatform, superviseServer } from './platform/index.js';

const { app } = websockets(express());
installPlatform(app);

const server = app.listen(3000);
superviseServer(server);
