import './platform/config/env.js';
import express from 'express';
import { installPlatform as installPlatform2, superviseServer } from './platform/index.js';

function installPlatform(name: string) {
  return name;
}

const app = express();
installPlatform2(app);
app.set('name', installPlatform('atlas'));
const server = app.listen(3000);
superviseServer(server);
