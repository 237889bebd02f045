import './platform/config/env.js';
import express, {
  type Request,
  type Response,
} from 'express';
import {
  readFileSync, // for the banner
} from 'node:fs';
import { installPlatform, superviseServer } from './platform/index.js';

readFileSync('banner.txt');
const app = express();
installPlatform(app);
app.get('/', (_: Request, response: Response) => response.end());
const server = app.listen(3000);
superviseServer(server);
