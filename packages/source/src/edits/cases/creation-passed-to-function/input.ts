import express, { type Express } from 'express';

function start(app: Express, port: number) {
  app.listen(port);
}

const app = express();
start(app, 3000);
