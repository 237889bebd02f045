import express from 'express';
import { installPlatform } from './platform/index.js';

const atlas = express();
installPlatform(atlas);

export { atlas as default };
