import { atlas } from './atlas.js';

atlas.prepare().then((server) => {
  server.on('error', console.error);
});
atlas.server.listen(3000, () => {
  console.log('ready');
});
