import { createLogger } from '../pino/logging/create-logger.ts';
import { logger, useServiceLogger } from './service-logger.ts';

test('lines go to the console first, and to the log as soon as there is one', () => {
  const shown = jest.spyOn(console, 'info').mockImplementation(() => undefined);
  logger.info('early');
  logger.info({ port: 1 }, 'early too');
  expect(shown.mock.calls).toEqual([['early'], ['early too', { port: 1 }]]);
  const written: string[] = [];
  const write = (line: string) => void written.push(line);
  const made = createLogger({ service: 'lamps', level: 'info', sources: [], write });
  expect(useServiceLogger(made)).toBe(made);
  logger.warn({ port: 2 }, 'late');
  logger.error({ err: new Error('no') });
  logger.info('plain');
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { severity: 'WARN', port: 2, message: 'late' },
    { severity: 'ERROR', message: 'no', err: { stack: expect.stringContaining('Error: no') } },
    { severity: 'INFO', message: 'plain' },
  ]);
  expect(shown).toHaveBeenCalledTimes(2);
  shown.mockRestore();
});
