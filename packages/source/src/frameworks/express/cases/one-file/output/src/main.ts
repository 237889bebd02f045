import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express(); // the public API
installPlatform(app);
const port = 3000;

app.get('/', (_request, response) => {
  response.send('hello');
});

const server = app.listen(port, () => {
  console.log(`listening on ${port}`);
});
superviseServer(server);
