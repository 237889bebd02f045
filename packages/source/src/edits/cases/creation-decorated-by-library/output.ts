import './platform/config/env.js';
import express from 'express';
import { useControllers } from 'controllers';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
useControllers(app, { controllers: [] });
const server = app.listen(3000);
superviseServer(server);
