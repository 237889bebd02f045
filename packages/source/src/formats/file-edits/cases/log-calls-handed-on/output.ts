import { load } from './load.js';
import { logger } from './platform/logging/service-logger.js';

const log = console.log;
const { warn } = console;
load().then(console.log, console.error);
log('handed on');
warn('handed on');
console['log']('by name');
console?.log('perhaps');
console.log?.('perhaps');
console.table([1]);
console.time('load');
console.log(...process.argv);
logger.info('said'); // eslint-disable-line no-console
