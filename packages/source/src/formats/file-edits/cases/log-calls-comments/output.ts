import { logger } from './platform/logging/service-logger.js';
export const total = 3;

console.log('total', /* of all */ total);
console.log(
  'total', // in words
  total,
);
logger.info(/* said */ 'only');
