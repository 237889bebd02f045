import './platform/config/env.js';
import express from 'express';
import { connect } from './database.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
app.use(express.json());

connect()
  .then(() => {
    app.get('/', (_, response) => response.send('connected'));
    installPlatformErrors(app);
    const server = app.listen(3000);
    superviseServer(server);
  })
  .catch(console.error);
