import './platform/config/env.js';
import { atlas } from './atlas.js';
import { superviseServer } from './platform/index.js';

atlas.prepare().then((server) => {
  server.on('error', console.error);
});
atlas.server.listen(3000, () => {
  console.log('ready');
});
superviseServer(atlas.server);
