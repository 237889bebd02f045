import 'reflect-metadata';
import 'dotenv/config';
import './platform/config/env.js';
import express from 'express';
import './styles.js';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
