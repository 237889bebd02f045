import Koa from 'koa';
import mount from 'koa-mount';

const root = new Koa();
const api = new Koa();
api.use((context) => {
  context.body = 'tiles';
});
root.use(mount('/api', api));

root.listen(3000);
