import { once } from 'node:events';
import express from 'express';

const app = express();
await once(app.listen(3000), 'listening');
