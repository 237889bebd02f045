const express = require('express');
const { installPlatform, installPlatformErrors } = require('./platform/index');

const app = express();
installPlatform(app);
app.use(express.json());
installPlatformErrors(app);

module.exports = app;
