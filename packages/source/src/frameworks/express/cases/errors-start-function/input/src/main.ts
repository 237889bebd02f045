import express from 'express';
import { connect } from './database.js';

const app = express();

async function start() {
  await connect();
  app.listen(3000);
}

app.get('/', (_, response) => response.send('hi'));

start();
