import express, {
  type Request,
  type Response,
} from 'express';
import {
  readFileSync, // for the banner
} from 'node:fs';

readFileSync('banner.txt');
const app = express();
app.get('/', (_: Request, response: Response) => response.end());
app.listen(3000);
