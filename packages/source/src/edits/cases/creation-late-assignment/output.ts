import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

let app: express.Express;

app = express();
installPlatform(app);
app.use(express.json());
const server = app.listen(3000);
superviseServer(server);
