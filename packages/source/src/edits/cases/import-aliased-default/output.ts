import './platform/config/env.js';
import createApplication from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const atlas = createApplication();
installPlatform(atlas);
const server = atlas.listen(3000);
superviseServer(server);
