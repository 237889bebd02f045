import './platform/config/env.js';
import express from 'express';
import { connect, routes } from './database.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

export async function start() {
  app.use(await routes());

  installPlatformErrors(app);
  // The port is a number.
  // @ts-expect-error -- the types of the old version
  const server = app.listen(process.env.PORT); // at last
  superviseServer(server);
}

await connect();
await start();
