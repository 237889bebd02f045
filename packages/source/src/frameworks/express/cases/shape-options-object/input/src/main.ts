import { createApp } from './create-app.js';

const { app, config, logger } = await createApp({ metrics: true });

app.listen(config.port, () => {
  logger('up');
});
