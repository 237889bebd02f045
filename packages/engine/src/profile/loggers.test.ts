import { findLoggers } from './loggers.ts';

const found = (text: string) =>
  findLoggers(
    [
      { file: 'src/main.ts', text },
      { file: 'src/log.ts', text },
    ],
    'src/platform',
  ).map((each) => `${each.package} ${each.name} ${each.file}`);

test.each([
  ["import { pino } from 'pino';\nexport const logger = pino({ level: 'debug' });\n", 'pino logger'],
  ["import pino from 'pino';\nexport const log: pino.Logger = pino();\n", 'pino log'],
  ["import winston from 'winston';\nexport const logger = winston.createLogger({});\n", 'winston logger'],
  [
    "import { logger as l } from './platform/logging/service-logger.js';\nimport { pino } from 'pino';\nexport const log = pino();\n",
    'pino log',
  ],
])('%s is a logger', (text, logger) => {
  expect(found(text)).toEqual([`${logger} src/log.ts`]);
});

test.each([
  ["import { createLogger } from './own.js';\nexport const logger = createLogger();\n"],
  ["import { pino } from 'pino';\nconst logger = pino();\n"],
  ["import { pino } from 'pino';\nexport const logger = pino({ customLevels: { audit: 35 } });\n"],
  [
    "import { pino } from 'pino';\nimport { env } from '../platform/index.js';\nexport const log = pino(env);\n",
  ],
])('%s is none that can be used', (text) => {
  expect(found(text)).toEqual([]);
});
