const http = require('http');
const { Router } = require('express');
const app = require('express')();

app.use(Router());
http.createServer(app).listen(3000);
