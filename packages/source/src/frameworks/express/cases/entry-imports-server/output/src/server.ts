import { config } from './config.js';
import { createApp } from './create-app.js';
import { superviseServer } from './platform/index.js';

const { app, close } = createApp(config);

process.on('exit', close);
const server = app.listen(config.port);
superviseServer(server);
