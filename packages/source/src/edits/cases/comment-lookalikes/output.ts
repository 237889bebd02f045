import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

// const app = express();
/* app.listen(1); */
const text = `app.listen(${1}) // not this`;
const other = "app.listen(2)";
const app = express();
installPlatform(app);
app.locals.text = text + other;
const server = app.listen(3000);
superviseServer(server);
