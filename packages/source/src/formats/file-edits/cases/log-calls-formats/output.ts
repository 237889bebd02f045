import { logger } from './platform/logging/service-logger.js';
const name = 'a';
const err = new Error('no');

logger.info(`${name} is ${7}`);
logger.info({ err }, `${name} failed`);
logger.info(`${name} of ${name}`);
logger.error({ err }, `failed: ${err}`);
console.log('%j', { name });
console.log('%s%%', name);
logger.info('only %s');
