import express from 'express';
import { load } from './load.js';

async function main() {
  const app = express();
  try {
    const routes = await load();
    for (const route of routes) app.use(route);
  } catch (error) {
    console.error(error); // go on without
  } finally {
    app.use((_request, response) => response.status(404).end());
  }
  return app.listen(3000);
}

main().then((server) => console.log(server.address()));
