import express from 'express';

const app = express();
import { tiles } from './tiles.js';
app.use(tiles);
app.listen(3000);
