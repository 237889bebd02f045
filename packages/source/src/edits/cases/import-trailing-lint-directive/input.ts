import express from 'express';
import { draw } from './draw.js'; // eslint-disable-line import/extensions

draw();
const app = express();
app.listen(3000);
