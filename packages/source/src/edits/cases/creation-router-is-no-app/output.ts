import './platform/config/env.js';
import express, { Router } from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = Router();
const atlas = express();
installPlatform(atlas);
atlas.use(app);
const server = atlas.listen(3000);
superviseServer(server);
