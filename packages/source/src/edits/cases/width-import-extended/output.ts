import './platform/config/env.js';
import express from 'express';
import { health, installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
health();
const server = app.listen(3000);
superviseServer(server);
