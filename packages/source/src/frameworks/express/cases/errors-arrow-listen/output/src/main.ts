import './platform/config/env.js';
import express from 'express';
import { connect } from './database.js';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
app.get('/', (_, response) => response.send('hi'));
installPlatformErrors(app);

connect().then(() => superviseServer(app.listen(3000)));
