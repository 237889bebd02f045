import express from 'express';

const app = express();
app.get('/', (_, response) => response.send('tiles'));

export { app };
