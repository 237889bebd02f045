import express from 'express';

const build = () => {
  const app = express();
  return app;
};

const app = build();
app.listen(3000);
