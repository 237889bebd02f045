import express from 'express';

const app = express();

await new Promise<void>((resolve) => {
  app.listen(3000, () => resolve());
});
