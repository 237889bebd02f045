import express, { Router } from 'express';

const app = Router();
const atlas = express();
atlas.use(app);
atlas.listen(3000);
