import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createLogger as withPino } from '../pino/logging/create-logger.ts';
import { createLogger as withWinston } from '../winston/logging/create-logger.ts';
import type { LoggerOptions } from './logger.ts';

describe.each([
  ['pino', withPino],
  ['winston', withWinston],
])('with %s', (_library, createLogger) => {
  function logTo(options: Partial<LoggerOptions> = {}) {
    const written: string[] = [];
    const write = (line: string) => void written.push(line);
    const logger = createLogger({
      service: 'lamps',
      level: 'info',
      sources: [],
      write,
      ...options,
    });
    return { logger, lines: () => written.map((line) => JSON.parse(line)) };
  }

  test('a line is one object with severity, time, service and what is going on', () => {
    const sources = [() => ({ request_id: 'r-1' }), () => undefined, () => ({ trace_id: 'abc' })];
    const { logger, lines } = logTo({ sources });
    logger.warn({ order: 7 }, 'late');
    logger.info('plain');
    expect(lines()).toMatchObject([
      { severity: 'WARN', 'service.name': 'lamps', message: 'late', order: 7, request_id: 'r-1' },
      { severity: 'INFO', message: 'plain', trace_id: 'abc' },
    ]);
    expect(Number.isNaN(Date.parse(lines()[0].time))).toBe(false);
  });

  test.each([
    ['trace', 6],
    ['warn', 3],
    ['fatal', 1],
    ['silent', 0],
  ])('at level %s %i of six lines are written', (level, count) => {
    const { logger, lines } = logTo({ level });
    for (const each of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const)
      logger[each](each);
    expect(lines()).toHaveLength(count);
  });

  test('a level that makes no sense is warned about, and `info` stands in', () => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { logger, lines } = logTo({ level: 'loud' });
    expect(written).toHaveBeenCalledWith(expect.stringContaining('LOG_LEVEL is not one of'));
    written.mockRestore();
    logger.info('yes');
    logger.debug('no');
    expect(lines()).toHaveLength(1);
  });

  test('secrets are left out at both levels, whatever their names look like', () => {
    const { logger, lines } = logTo();
    logger.info(
      { headers: { 'set-cookie': 's3cret', host: 'a' }, Password: 's3cret', token: 's3cret' },
      'x',
    );
    expect(JSON.stringify(lines())).not.toContain('s3cret');
    expect(lines()[0].headers.host).toBe('a');
  });
});

test.each([
  ['runs to its end', ''],
  ['exits', 'process.exit(1)'],
  ['throws', "throw new Error('unexpected')"],
])(
  'what is gathered is written when the process %s, and nothing is written twice',
  (_how, last) => {
    const create = JSON.stringify(join(__dirname, '../pino/logging/create-logger.ts'));
    const script = `import { createLogger } from ${create};
const logger = createLogger({ service: 'lamps', level: 'info', sources: [] });
for (let line = 0; line < 1000; line++) logger.info({ line }, 'more than is gathered at once: \u65e5\u672c');
logger.info('\u65e5'.repeat(20000));
logger.fatal('last words');
logger.info('and one more');
${last}`;
    const options = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const { stdout } = spawnSync(process.execPath, options, { cwd: __dirname, encoding: 'utf8' });
    const lines = stdout.trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line));
    expect(parsed.slice(0, 1000).map(({ line }) => line)).toEqual([...Array(1000).keys()]);
    expect(parsed.slice(999).map(({ message }) => message)).toEqual([
      'more than is gathered at once: 日本',
      '日'.repeat(20_000),
      'last words',
      'and one more',
    ]);
  },
);
