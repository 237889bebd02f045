import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const server = 'atlas';
app.set('name', server);
const httpServer = app.listen(3000);
superviseServer(httpServer);
