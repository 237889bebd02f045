import express from 'express';
import { Server } from 'socket.io';

const app = express();
app.get('/', (_, response) => response.send('tiles'));

const io = new Server(app.listen(3000), { cors: { origin: '*' } });
io.on('connection', () => {});
