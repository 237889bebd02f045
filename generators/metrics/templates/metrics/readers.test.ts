import { type Collector, startCollector } from '../../../telemetry/fixtures/collector.ts';
import { measure, testTelemetry } from '../../fixtures/scrape.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createMetricsServer } from './metrics-server.ts';

let collector: Collector;
let written: jest.SpyInstance;

beforeEach(async () => {
  collector = await startCollector();
  written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  written.mockRestore();
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await collector.close();
});

const lines = () => written.mock.calls.map(([text]) => String(text));

function metricsWith(env: Readonly<Record<string, string>>, url = collector.url): Metrics {
  // The exporters read the address themselves.
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = url;
  return createMetrics(testTelemetry(env), { maxRoutes: 5, observe: [] });
}

test('a collector gets the same metrics under the same names', async () => {
  const env = { OTEL_METRICS_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' };
  const metrics = metricsWith(env);
  measure(metrics, '/orders/:id');
  expect(metrics.scraped).toBe(false);
  expect(await metrics.collect()).toBe('');
  await metrics.shutdown();
  const [sent] = collector.exports;
  expect(sent?.path).toBe('/v1/metrics');
  const text = sent?.body.toString() ?? '';
  const points = text.match(/"startTimeUnixNano"/g) ?? [];
  expect(points.length).toBeGreaterThan(1);
  expect(metrics.counts).toMatchObject({ exported: points.length, failed: 0 });
  expect(text).toContain('"name":"http.server.request.duration","description"');
  expect(text).toContain('"unit":"s"');
  expect(text).toContain('{"key":"http.route","value":{"stringValue":"/orders/:id"}}');
  expect(text).toContain('{"key":"service.name","value":{"stringValue":"lamps"}}');
});

test('protobuf is the usual encoding, and Prometheus can read as well', async () => {
  const metrics = metricsWith({ OTEL_METRICS_EXPORTER: 'prometheus,otlp' });
  measure(metrics, '/a');
  expect(metrics.scraped).toBe(true);
  expect(await metrics.collect()).toMatch(/^http_server_request_duration_seconds_count\{/m);
  await metrics.shutdown();
  expect(collector.exports.map(({ headers }) => headers['content-type'])).toEqual([
    'application/x-protobuf',
  ]);
});

test('`none` measures and serves nothing', async () => {
  const telemetry = testTelemetry({ OTEL_METRICS_EXPORTER: 'none' });
  const metrics = createMetrics(telemetry, { maxRoutes: 5, observe: [] });
  measure(metrics, '/a');
  const server = createMetricsServer(metrics, telemetry, { port: 0 });
  await server.start();
  server.check();
  await server.stop();
  expect(collector.exports).toEqual([]);
});

test('a collector that is down is told of once and harms nothing', async () => {
  const env = { OTEL_METRICS_EXPORTER: 'otlp', OTEL_METRIC_EXPORT_INTERVAL: '20' };
  const { url } = collector;
  await collector.close();
  process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '50';
  const metrics = metricsWith(env, url);
  for (let n = 0; n < 40; n++) {
    measure(metrics, '/a');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await metrics.shutdown();
  delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
  const said = lines().filter((line) => line.includes('not exported'));
  expect(said).toEqual([
    expect.stringMatching(/^telemetry: metrics are not exported until the collector answers: /),
  ]);
  expect(metrics.counts.exported).toBe(0);
  expect(metrics.counts.failed).toBeGreaterThan(1);
  collector = await startCollector();
});

test('values that make no sense are warned about once, and the defaults stand in', async () => {
  const metrics = metricsWith({
    OTEL_METRICS_EXPORTER: 'prometheus,pigeon',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_METRIC_EXPORT_INTERVAL: 'often',
  });
  expect(metrics.scraped).toBe(true);
  await metrics.shutdown();
  const otlp = metricsWith({
    OTEL_METRICS_EXPORTER: 'otlp',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_METRIC_EXPORT_INTERVAL: 'often',
  });
  await otlp.shutdown();
  const instead = (name: string, expected: string, usual: string) =>
    `telemetry: ${name} is not ${expected}; ${usual} is used instead\n`;
  expect(lines()).toEqual([
    instead('OTEL_METRICS_EXPORTER', 'one of prometheus, otlp, console, none', 'prometheus'),
    instead('OTEL_EXPORTER_OTLP_PROTOCOL', 'one of http/protobuf, http/json', 'http/protobuf'),
    instead('OTEL_METRIC_EXPORT_INTERVAL', 'a whole number from 1 up', '60000'),
  ]);
  expect(collector.exports).toHaveLength(1);
});
