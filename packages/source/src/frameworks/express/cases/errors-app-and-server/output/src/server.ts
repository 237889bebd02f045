import './platform/config/env.js';
import { app } from './app.js';
import { log } from './log.js';
import { superviseServer } from './platform/index.js';

const server = app.listen(3000, () => log('listening'));
superviseServer(server);
process.on('SIGUSR2', () => server.close());
