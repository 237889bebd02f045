import './platform/config/env.js';
import { default as express, Router } from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
app.use(Router());
const server = app.listen(3000);
superviseServer(server);
