import './platform/config/env.js';
import express from 'express';
import { connect } from './database.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

async function start() {
  await connect();
  const server = app.listen(3000);
  superviseServer(server);
}

app.get('/', (_, response) => response.send('hi'));
installPlatformErrors(app);

start();
