import './platform/config/env.js';
import express from 'express';
import path from 'node:path';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
app.use(express.static(path.join('tiles')));
const server = app.listen(3000);
superviseServer(server);
