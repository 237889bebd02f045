import { app } from './app.js';

app.get('/tiles', (_, response) => response.json([]));
