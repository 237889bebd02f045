import cluster from 'node:cluster';
import express from 'express';

if (cluster.isPrimary) {
  cluster.fork();
} else {
  const app = express();
  app.get('/', (_, response) => response.send('tiles'));
  app.listen(3000);
}
