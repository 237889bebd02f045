import './platform/config/env.js';
import express from 'express';
import { connect } from './database.js';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

connect().then(() => {
  const server = app.listen(3000); // at last
  superviseServer(server);
});
