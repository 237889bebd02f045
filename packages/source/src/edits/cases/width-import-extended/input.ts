import express from 'express';
import { health } from './platform/index.js';

const app = express();
health();
app.listen(3000);
