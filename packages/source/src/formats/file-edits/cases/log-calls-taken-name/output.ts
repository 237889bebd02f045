import { logger } from './logger.js';
import { logger as logger2 } from './platform/logging/service-logger.js';

logger.info('mine');
logger2.info('said');
