import { logger } from './platform/logging/service-logger.js';
const all = [1, 2];

logger.info({ value: all.map((each) => {
    logger.info({ each }, 'each');
    return each * 2;
  }) }, 'doubled');
console.table(all.filter((each) => void logger.info({ each })));
