import express from 'express';
import { websockets } from 'express-sockets';

const { app } = websockets(express());

app.listen(3000);
