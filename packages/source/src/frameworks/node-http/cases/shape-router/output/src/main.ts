import './platform/config/env.js';
import { createServer } from 'node:http';
import { Router } from './router.js';
import { installPlatform, superviseServer } from './platform/index.js';

const router = new Router();
router.add('/', (_request, response) => response.end('tiles'));

const server = createServer(installPlatform(router.handle.bind(router))).listen(3000);
superviseServer(server);
