import './platform/config/env.js';
import express from 'express';
import {
  health,
  superviseServer as unused, // not ours
} from './other.js';
import {
  health as h,
  installPlatform,
  superviseServer as superviseServer2,
  zebra,
} from './platform/index.js';

const app = express();
installPlatform(app);
health(unused, h, zebra);
const server = app.listen(3000);
superviseServer2(server);
