import express from 'express';
import {
  health,
  metrics } from './platform/index.js';

const app = express();
health(metrics);
app.listen(3000);
