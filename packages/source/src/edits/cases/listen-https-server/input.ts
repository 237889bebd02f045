import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import express from 'express';

const app = express();

createServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }, app).listen(3443);
