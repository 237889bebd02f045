import { Server } from '@overnightjs/core';

class Tiles extends Server {
  constructor() {
    super();
    this.app.use(() => {});
  }

  start(port: number) {
    this.app.listen(port);
  }
}

new Tiles().start(3000);
