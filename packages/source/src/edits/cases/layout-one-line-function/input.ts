import express from 'express';

function start() { const app = express(); app.listen(3000); }
start();
