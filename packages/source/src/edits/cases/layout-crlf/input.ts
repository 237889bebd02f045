import express from 'express';

const app = express(); // first

app.listen(3000, () => {
  console.log('ready');
});
