import { logger } from './logger.js';

logger.info('mine');
console.log('said');
