import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const installPlatformLater = false;
const app = express();
installPlatform(app);
app.set('later', installPlatformLater);
const server = app.listen(3000);
superviseServer(server);
