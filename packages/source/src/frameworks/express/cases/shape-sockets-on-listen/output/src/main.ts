import './platform/config/env.js';
import express from 'express';
import { Server } from 'socket.io';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
app.get('/', (_, response) => response.send('tiles'));
installPlatformErrors(app);

const io = new Server(superviseServer(app.listen(3000)), { cors: { origin: '*' } });
io.on('connection', () => {});
