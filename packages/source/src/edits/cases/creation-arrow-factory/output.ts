import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const build = () => {
  const app = express();
  installPlatform(app);
  return app;
};

const app = build();
const server = app.listen(3000);
superviseServer(server);
