import express from 'express';

const app = express();
app.listen(3000);
app.get('/', (_, response) => response.send('late'));
