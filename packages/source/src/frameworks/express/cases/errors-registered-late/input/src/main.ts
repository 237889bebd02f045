import express from 'express';
import { connect } from './database.js';

const app = express();
connect().then((database) => {
  app.get('/', (_, response) => response.json(database));
});
app.listen(3000);
