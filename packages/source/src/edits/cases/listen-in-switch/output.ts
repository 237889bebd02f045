import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

switch (process.env.MODE) {
  case 'web':
    superviseServer(app.listen(3000));
    break;
  default:
}
