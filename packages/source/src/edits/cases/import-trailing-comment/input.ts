import express from 'express';
import { draw } from './draw.js'; // draws the tiles

draw();
const app = express();
app.listen(3000);
