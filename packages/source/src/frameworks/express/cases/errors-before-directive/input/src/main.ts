import express from 'express';
import { connect, routes } from './database.js';

const app = express();

export async function start() {
  app.use(await routes());

  // The port is a number.
  // @ts-expect-error -- the types of the old version
  app.listen(process.env.PORT); // at last
}

await connect();
await start();
