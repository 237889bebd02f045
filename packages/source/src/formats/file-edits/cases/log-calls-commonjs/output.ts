'use strict';
const http = require('node:http');
const { logger } = require('./platform/logging/service-logger.js');

http.createServer().listen(0, () => logger.info('on'));
