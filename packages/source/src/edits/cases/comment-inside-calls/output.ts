import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = /* one */ express(/* no options */); // two
installPlatform(app);

const server = app
  // three
  .listen(/* four */ 3000, /* five */); // six
superviseServer(server);
