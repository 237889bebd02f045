'use strict';
const http = require('node:http');

http.createServer().listen(0, () => console.log('on'));
