import express from 'express';

const app = express(); /* public */ const port = 3000;
app.listen(port);
