import './platform/config/env.js';
import express from 'express';
import { installPlatform, superviseServer } from './platform/index.js';

const app = express();
installPlatform(app);

await new Promise<void>((resolve) => {
  const server = app.listen(3000, () => resolve());
  superviseServer(server);
});
