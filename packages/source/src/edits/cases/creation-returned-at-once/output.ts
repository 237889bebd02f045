import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const build = () => express();

const atlas = build();
installPlatform(atlas);
const server = atlas.listen(3000);
superviseServer(server);
