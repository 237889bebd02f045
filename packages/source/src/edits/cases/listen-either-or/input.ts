import express from 'express';

const app = express();

if (process.env.SOCKET) {
  app.listen(process.env.SOCKET);
} else {
  app.listen(3000);
}
