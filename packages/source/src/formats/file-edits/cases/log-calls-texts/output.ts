import { logger } from './platform/logging/service-logger.js';
const name = 'a';

logger.info({ name }, 'one two');
logger.info({ name }, "one it's");
logger.info(`one of ${name} it's \`quoted\` \${name}`);
console.log('one' + name, 'two');
logger.info({ name }, '100%');
