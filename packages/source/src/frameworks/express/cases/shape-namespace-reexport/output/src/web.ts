import express from 'express';
import { installPlatform, installPlatformErrors } from './platform/index.js';

export const app = express();
installPlatform(app);
app.use(express.json());
installPlatformErrors(app);
