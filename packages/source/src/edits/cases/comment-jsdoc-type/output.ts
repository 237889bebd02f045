import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

/** @type {import('express').Express} */
const app = express();
installPlatform(app);

/** Serve. */
const server = app.listen(3000);
superviseServer(server);
