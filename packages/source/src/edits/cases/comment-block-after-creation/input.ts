import express from 'express';

const app = express(); /* the public
  one */
app.listen(3000);
