import './platform/config/env.js';
import { app } from './app.js';
import { superviseServer } from './platform/index.js';

const server = app.listen(3000);
superviseServer(server);
