import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

function build() {
  const app = express();
  installPlatform(app);
  const port = 3000;
  return { app, port };
}

const { app: atlas, port } = build();
const server = atlas.listen(port);
superviseServer(server);
