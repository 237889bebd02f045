import express from 'express';
import { logger } from './platform/logging/service-logger.js';

const app = express();
const port = Number(process.env.PORT ?? 3000);

app.listen(port, () => {
  logger.info(`listening on ${port}`); // once it is up
  logger.info("it's on");
  logger.debug('port ' + port);
  logger.warn(port > 1024 ? 'fine' : 'privileged');
  logger.error(
    // nobody should see this
    'failed',
  );
  logger.info('');
  logger.info(JSON.stringify({ port }));
});
