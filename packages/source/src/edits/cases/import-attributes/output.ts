import './platform/config/env.js';
import express from 'express';
import cities from './cities.json' with { type: 'json' };
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
app.get('/', (_, response) => response.json(cities));
const server = app.listen(3000);
superviseServer(server);
