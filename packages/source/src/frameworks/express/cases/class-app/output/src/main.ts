import './platform/config/env.js';
import { ApiServer } from './api-server.js';

new ApiServer().start();
