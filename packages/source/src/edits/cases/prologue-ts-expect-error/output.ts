/* The map service. */
import './platform/config/env.js';
// @ts-expect-error no types yet
import legacy from 'legacy';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

legacy();
const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
