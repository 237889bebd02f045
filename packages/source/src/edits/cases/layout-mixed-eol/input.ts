import express from 'express';
import path from 'node:path';

const app = express();
app.use(express.static(path.join('tiles')));
app.listen(3000);
