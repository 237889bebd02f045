require('./platform/config/env.js');
const http = require('http');
const { Router } = require('express');
const { installPlatform, superviseServer } = require('./platform/index.js');
const app = require('express')();
installPlatform(app);

app.use(Router());
const server = http.createServer(app).listen(3000);
superviseServer(server);
