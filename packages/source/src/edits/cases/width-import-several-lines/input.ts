import express from 'express';
import {
  health,
  superviseServer as unused, // not ours
} from './other.js';
import {
  health as h,
  zebra,
} from './platform/index.js';

const app = express();
health(unused, h, zebra);
app.listen(3000);
