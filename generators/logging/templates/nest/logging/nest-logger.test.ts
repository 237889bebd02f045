import { Logger as NestLogger } from '@nestjs/common';
import { createLogger } from '../../pino/logging/create-logger.ts';
import { useForNest } from './nest-logger.ts';

test('what Nest and its users log is on the service log', () => {
  const written: string[] = [];
  const write = (line: string) => void written.push(line);
  useForNest(createLogger({ service: 'tickets', level: 'debug', sources: [], write }));
  const log = new NestLogger('Tickets');
  log.log('sold');
  log.warn({ left: 3 });
  log.error('broken', 'Error: broken\n    at x');
  log.error(new Error('thrown'));
  log.verbose('not at this level');
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { severity: 'INFO', message: 'sold', context: 'Tickets' },
    { severity: 'WARN', left: 3, context: 'Tickets' },
    { severity: 'ERROR', message: 'broken', stack: 'Error: broken\n    at x', context: 'Tickets' },
    { severity: 'ERROR', message: 'thrown', err: { message: 'thrown' } },
  ]);
});
