import { ApiServer } from './api-server.js';

new ApiServer().start();
