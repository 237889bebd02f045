import './platform/config/env.js';
import express from 'express';
import { load } from './load.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

async function main() {
  const app = express();
  installPlatform(app);
  try {
    const routes = await load();
    for (const route of routes) app.use(route);
  } catch (error) {
    console.error(error); // go on without
  } finally {
    app.use((_request, response) => response.status(404).end());
  }
  installPlatformErrors(app);
  return superviseServer(app.listen(3000));
}

main().then((server) => console.log(server.address()));
