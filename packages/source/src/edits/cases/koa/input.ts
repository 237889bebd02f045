import Koa from 'koa';

const app = new Koa();

app.use(async (context) => {
  context.body = 'atlas';
});

app.listen(3000);
