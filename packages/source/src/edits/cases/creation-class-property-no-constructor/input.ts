import express from 'express';

class Atlas {
  readonly app = express();
  start() {
    this.app.listen(3000);
  }
}

new Atlas().start();
