import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import express from 'express';

const app = express();
app.get('/', (_, response) => response.send('tiles'));

const server =
  process.env.TLS === 'on'
    ? https.createServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }, app)
    : http.createServer(app);

server.listen(3000, () => {
  console.log('up');
});
