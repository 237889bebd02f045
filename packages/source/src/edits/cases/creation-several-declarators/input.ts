import express from 'express';

const app = express(),
  port = 3000; // both
app.listen(port);
