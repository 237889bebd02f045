import createError from 'http-errors';
import express from 'express';
import { installPlatform } from './platform/index';

var app = express();
installPlatform(app);

app.use(express.json());
app.use(function (req, res, next) {
  next(createError(404));
});

export default app;
