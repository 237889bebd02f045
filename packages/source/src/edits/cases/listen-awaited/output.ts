import './platform/config/env.js';
import { once } from 'node:events';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
await once(superviseServer(app.listen(3000)), 'listening');
