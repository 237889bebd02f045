import { load } from './load.js';
import { logger } from './platform/logging/service-logger.js';

try {
  load();
} catch (problem) {
  logger.error({ err: problem });
  logger.error({ err: problem }, 'load failed');
  logger.error({ err: problem }, 'load failed:');
}

load().catch((reason: unknown) => {
  logger.warn({ err: reason }, `retrying after ${reason}`);
});

process.on('uncaughtException', (err) => {
  logger.error({ err }, 'is fatal');
  logger.error({ err });
  logger.error({ err, code: 1 }, 'with');
  logger.error({ err: new RangeError('no'), err2: err.cause });
});
