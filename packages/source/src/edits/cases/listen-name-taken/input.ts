import express from 'express';

const app = express();
const server = 'atlas';
app.set('name', server);
app.listen(3000);
