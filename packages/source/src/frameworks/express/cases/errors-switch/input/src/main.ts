import express from 'express';

const app = express();
app.get('/', (_, response) => response.send('tiles'));
app.use('/admin', admin());

switch (process.env.MODE) {
  case 'socket':
    app.listen('/run/tiles.sock');
    break;
  default:
    app.listen(3000);
}

function admin() {
  const router = express.Router();
  router.use((_request, response) => response.end());
  return router;
}
