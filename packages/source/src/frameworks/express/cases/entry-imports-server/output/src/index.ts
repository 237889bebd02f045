import './platform/config/env.js';
import './server.js';
