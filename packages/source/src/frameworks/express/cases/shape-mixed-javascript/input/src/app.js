// @ts-check
import express from 'express';
import { routes } from './routes.js';

/** @type {import('express').Express} */
export const app = express();
app.use(routes);
