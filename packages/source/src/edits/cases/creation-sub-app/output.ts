import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const admin = express();

admin.get('/', (_, response) => response.end());
app.use('/admin', admin);
const server = app.listen(3000);
superviseServer(server);
