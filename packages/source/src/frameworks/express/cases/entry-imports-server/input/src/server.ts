import { config } from './config.js';
import { createApp } from './create-app.js';

const { app, close } = createApp(config);

process.on('exit', close);
app.listen(config.port);
