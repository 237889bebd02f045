import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

export const app = express();
installPlatform(app);

if (require.main === module) superviseServer(app.listen(3000));
