import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

export function createAtlas() {
  const atlas = express();
  installPlatform(atlas);
  atlas.use(express.json());
  return atlas;
}

const server = createAtlas().listen(3000);
superviseServer(server);
