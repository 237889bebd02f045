import './platform/config/env.js';
import { startServer } from '@atlas/server';

startServer(Number(process.env.PORT));
