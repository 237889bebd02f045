require('./platform/config/env.js');
const express = require('express');
const {
  installPlatform,
  superviseServer,
} = require('./platform/index.js');

const app = express();
installPlatform(app);
const server = app.listen(3000);
superviseServer(server);
