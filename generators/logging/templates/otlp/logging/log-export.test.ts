import {
  attributesOf,
  type Collector,
  startCollector,
} from '../../../../telemetry/fixtures/collector.ts';
import type { Logger } from '../../../host/logging/logger.ts';
import { readSettings } from '../../../host/telemetry/settings.ts';
import { createTelemetry } from '../../../host/telemetry/telemetry.ts';
import { createLogger as withPino } from '../../pino/logging/create-logger.ts';
import { createLogger as withWinston } from '../../winston/logging/create-logger.ts';
import { createLogExport } from './log-export.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

let collector: Collector;
beforeEach(async () => {
  collector = await startCollector();
});
afterEach(async () => {
  await collector.close();
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  jest.restoreAllMocks();
});

function open(
  env: Readonly<Record<string, string>> = { OTEL_LOGS_EXPORTER: 'otlp' },
  create: typeof withPino = withPino,
) {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
  const settings = readSettings({
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_BLRP_SCHEDULE_DELAY: '10',
    ...env,
  });
  const logExport = createLogExport(
    createTelemetry({ serviceName: 'lamps', environment: 'test', settings }),
  );
  const written: string[] = [];
  const sources = [
    () => ({ request_id: 'r-1', trace_id: TRACE, span_id: SPAN, trace_flags: '01' }),
  ];
  const options = { level: 'info', sources };
  const write = (line: string) => void written.push(line);
  const own: Logger = create({ service: 'lamps', ...options, write });
  return {
    own,
    logger: logExport.tee(own, options),
    written,
    counts: logExport.counts,
    shutdown: logExport.shutdown,
  };
}

test.each([
  ['pino', withPino],
  ['winston', withWinston],
])(
  'lines of %s are written and sent, with their trace and without secrets',
  async (_library, create) => {
    const { logger, written, counts, shutdown } = open({ OTEL_LOGS_EXPORTER: 'otlp' }, create);
    logger.debug('too much');
    logger.info({ order: 7, user: { token: 'hunter2' } }, 'placed');
    logger.error({ err: new RangeError('no stock') });
    logger.warn('plain');
    await shutdown();
    expect(written).toHaveLength(3);
    expect(counts).toEqual({ exported: 3, failed: 0, dropped: 0, waiting: 0 });
    const logs = collector.logs();
    expect(logs).toMatchObject([
      {
        severityNumber: 9,
        severityText: 'INFO',
        body: { stringValue: 'placed' },
        traceId: TRACE,
        spanId: SPAN,
      },
      { severityNumber: 17, severityText: 'ERROR', body: { stringValue: 'no stock' } },
      { severityNumber: 13, severityText: 'WARN', body: { stringValue: 'plain' }, traceId: TRACE },
    ]);
    const [placed, failed] = logs.map(attributesOf);
    expect(placed).toEqual({ request_id: 'r-1', order: 7, user: '{"token":"[redacted]"}' });
    expect(failed).toMatchObject({
      'exception.type': 'RangeError',
      'exception.message': 'no stock',
      'exception.stacktrace': expect.stringContaining('RangeError: no stock'),
    });
    expect(JSON.stringify(logs)).not.toContain('hunter2');
  },
);

test.each([
  {},
  { OTEL_LOGS_EXPORTER: 'none' },
  { OTEL_LOGS_EXPORTER: 'otlp', OTEL_SDK_DISABLED: 'true' },
])('with %p the log is as it was', async (env: Readonly<Record<string, string>>) => {
  const { own, logger, shutdown } = open(env);
  expect(logger).toBe(own);
  await shutdown();
  expect(collector.exports).toEqual([]);
});

test('a collector that is down is one line, and the queue is bounded', async () => {
  const complaints = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '50';
  const { url } = collector;
  await collector.close();
  const { logger, written, counts, shutdown } = open({
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_BLRP_MAX_QUEUE_SIZE: '10',
    OTEL_BLRP_MAX_EXPORT_BATCH_SIZE: '5',
  });
  for (let n = 0; n < 200; n++) logger.info({ n }, 'said');
  await shutdown();
  delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
  expect(written).toHaveLength(200);
  const { exported, failed, dropped, waiting } = counts;
  expect({ exported, lost: failed + dropped, waiting }).toEqual({
    exported: 0,
    lost: 200,
    waiting: 0,
  });
  expect(dropped).toBeGreaterThan(0);
  expect(failed).toBeGreaterThan(0);
  const lines = complaints.mock.calls.map(([text]) => String(text));
  expect(lines.filter((line) => line.includes('logs are not exported'))).toHaveLength(1);
  collector = await startCollector(Number(new URL(url).port));
});

test('what cannot be said in JSON is sent in some way, and harms nothing', async () => {
  const { logger, shutdown } = open();
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  logger.info({ circle, big: 7n, at: new Date(0), nothing: null, none: undefined }, 'odd');
  await shutdown();
  const [odd] = collector.logs();
  expect(odd && attributesOf(odd)).toMatchObject({ big: '7', at: '"1970-01-01T00:00:00.000Z"' });
});
