import express from 'express';
import { connect } from './database.js';

const app = express();
app.get('/', (_, response) => response.send('hi'));

connect().then(() => app.listen(3000));
