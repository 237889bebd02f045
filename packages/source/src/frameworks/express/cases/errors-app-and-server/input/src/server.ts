import { app } from './app.js';
import { log } from './log.js';

const server = app.listen(3000, () => log('listening'));
process.on('SIGUSR2', () => server.close());
