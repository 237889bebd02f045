import express from 'express';

export const app = express();

app.get('/', (_, response) => response.send('hi'));

if (require.main === module) {
  app.listen(3000);
}
