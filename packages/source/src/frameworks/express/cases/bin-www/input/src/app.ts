import createError from 'http-errors';
import express from 'express';

var app = express();

app.use(express.json());
app.use(function (req, res, next) {
  next(createError(404));
});

export default app;
