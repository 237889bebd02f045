// @ts-check
import express from 'express';
import { routes } from './routes.js';
import { installPlatform, installPlatformErrors } from './platform/index.js';

/** @type {import('express').Express} */
export const app = express();
installPlatform(app);
app.use(routes);
installPlatformErrors(app);
