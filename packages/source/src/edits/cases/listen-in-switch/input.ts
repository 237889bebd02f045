import express from 'express';

const app = express();

switch (process.env.MODE) {
  case 'web':
    app.listen(3000);
    break;
  default:
}
