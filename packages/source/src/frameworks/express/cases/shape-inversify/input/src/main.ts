import { Container } from 'inversify';
import { InversifyExpressServer } from 'inversify-express-utils';

const server = new InversifyExpressServer(new Container());
server.setConfig((app) => {
  app.use(log);
});

server.build().listen(3000);

function log() {}
