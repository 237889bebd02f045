import express from 'express';

const app = express();

export const start = (port: number) => app.listen(port);

start(3000);
