import { Writable } from 'node:stream';
import { pino } from 'pino';
import { createLogger as createWinston, format, transports } from 'winston';
import { adoptLogger as adoptPino } from '../pino/logging/adopt-logger.ts';
import { adoptLogger as adoptWinston } from '../winston/logging/adopt-logger.ts';

function pinoTo(write: (line: string) => void) {
  const own = pino(
    { level: 'debug', base: { app: 'mine' }, mixin: () => ({ more: 1 }) },
    { write },
  );
  const early = own.child({ part: 'early' });
  const say = (text: string) => own.info(text);
  return {
    say,
    warnEarly: (text: string) => early.warn(text),
    adopt: adoptPino.bind(undefined, own),
  };
}

function winstonTo(write: (line: string) => void) {
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      write(String(chunk));
      done();
    },
  });
  const own = createWinston({
    level: 'debug',
    defaultMeta: { app: 'mine', more: 1 },
    format: format.combine(format.timestamp(), format.json()),
    transports: [new transports.Stream({ stream })],
  });
  const early = own.child({ part: 'early' });
  const say = (text: string) => void own.info(text);
  return {
    say,
    warnEarly: (text: string) => void early.warn(text),
    adopt: adoptWinston.bind(undefined, own),
  };
}

test.each([
  ['pino', pinoTo],
  ['winston', winstonTo],
])('%s that the service has made goes on as it was, and tells what goes on', (_library, make) => {
  const written: string[] = [];
  const { say, warnEarly, adopt } = make((line) => written.push(line));
  const logger = adopt([() => ({ request_id: 'r-1', trace_id: 'abc' })]);
  logger.trace('too much');
  logger.info({ order: 7, password: 'hunter2' }, 'placed');
  logger.error({ err: new RangeError('no stock') });
  logger.fatal('over');
  say('of its own');
  warnEarly('of a child');
  const lines = written.map((line) => JSON.parse(line));
  const texts = lines.map((line) => line.msg ?? line.message);
  expect(texts).toEqual(['placed', 'no stock', 'over', 'of its own', 'of a child']);
  for (const line of lines)
    expect(line).toMatchObject({ app: 'mine', more: 1, request_id: 'r-1', trace_id: 'abc' });
  expect(lines[0]).toMatchObject({ order: 7, password: '[redacted]' });
  expect(lines[1].err).toMatchObject({
    type: 'RangeError',
    stack: expect.stringContaining('no stock'),
  });
  expect(lines[4].part).toBe('early');
});
