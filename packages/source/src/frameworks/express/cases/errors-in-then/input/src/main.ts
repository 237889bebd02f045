import express from 'express';
import { connect } from './database.js';

const app = express();
app.use(express.json());

connect()
  .then(() => {
    app.get('/', (_, response) => response.send('connected'));
    app.listen(3000);
  })
  .catch(console.error);
