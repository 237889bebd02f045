import express from 'express';
import { connect } from './database.js';

const app = express();

connect()
  .then(() => app.listen(3000))
  .catch(console.error);
