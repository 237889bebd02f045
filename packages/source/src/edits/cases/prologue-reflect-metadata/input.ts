import 'reflect-metadata';
import 'dotenv/config';
import express from 'express';
import './styles.js';

const app = express();
app.listen(3000);
