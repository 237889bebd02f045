import express from 'express';
import { installPlatform } from './platform/index.js';

export const app = express();
installPlatform(app);
