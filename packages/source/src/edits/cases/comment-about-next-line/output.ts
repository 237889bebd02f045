import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
// Routes follow.
app.get('/', (_, response) => response.end());
// eslint-disable-next-line no-console
const server = app.listen(3000, () => console.log('ready'));
superviseServer(server);
