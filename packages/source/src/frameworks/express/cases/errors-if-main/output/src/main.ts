import './platform/config/env.js';
import express from 'express';
import { installPlatform, installPlatformErrors, superviseServer } from './platform/index.js';

export const app = express();
installPlatform(app);

app.get('/', (_, response) => response.send('hi'));
installPlatformErrors(app);

if (require.main === module) {
  const server = app.listen(3000);
  superviseServer(server);
}
