import Koa from 'koa';

class Tiles extends Koa {
  constructor() {
    super();
    this.use(async (context) => {
      context.body = 'tiles';
    });
  }
}

new Tiles().listen(3000);
