import './platform/config/env.js';
import express from 'express';
import { draw } from './draw.js'; // eslint-disable-line import/extensions
import { installPlatform, superviseServer } from './platform/index.js';

draw();
const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
