import express from 'express';

const app = express();
// Routes follow.
app.get('/', (_, response) => response.end());
// eslint-disable-next-line no-console
app.listen(3000, () => console.log('ready'));
