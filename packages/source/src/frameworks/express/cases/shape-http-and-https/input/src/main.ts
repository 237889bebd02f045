import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import express from 'express';

const app = express();
app.get('/', (_, response) => response.send('tiles'));

http.createServer(app).listen(80);
https.createServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }, app).listen(443);
