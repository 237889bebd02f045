import { PlatformExpress } from '@tsed/platform-express';
import { TilesServer } from './tiles-server.js';

const start = async (): Promise<void> => {
  const platform = await PlatformExpress.bootstrap(TilesServer, { port: 3000 });
  await platform.listen();
};

start();
