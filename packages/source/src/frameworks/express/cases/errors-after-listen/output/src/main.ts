import './platform/config/env.js';
import express from 'express';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
app.get('/', (_, response) => response.send('late'));
installPlatformErrors(app);
