import express from 'express';

const app = express(); // the public API
const port = 3000;

app.get('/', (_request, response) => {
  response.send('hello');
});

app.listen(port, () => {
  console.log(`listening on ${port}`);
});
