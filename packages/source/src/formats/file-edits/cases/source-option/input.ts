import express from 'express';

const app = express();
app.use('/hooks', express.json({ limit: '1mb' })); // large
app.use(express.json()); // the rest
