import express from 'express';

const app = express()
  .disable('x-powered-by') // no advertising
  .use(express.json());

app.listen(3000);
