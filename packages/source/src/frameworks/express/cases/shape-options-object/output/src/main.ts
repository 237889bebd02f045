import './platform/config/env.js';
import { createApp } from './create-app.js';
import { superviseServer } from './platform/index.js';

const { app, config, logger } = await createApp({ metrics: true });

const server = app.listen(config.port, () => {
  logger('up');
});
superviseServer(server);
