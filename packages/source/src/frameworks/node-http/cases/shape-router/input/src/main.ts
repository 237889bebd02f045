import { createServer } from 'node:http';
import { Router } from './router.js';

const router = new Router();
router.add('/', (_request, response) => response.end('tiles'));

createServer(router.handle.bind(router)).listen(3000);
