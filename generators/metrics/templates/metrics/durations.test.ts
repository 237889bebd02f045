import type { IncomingMessage } from 'node:http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';
import { type Collector, startCollector } from '../../../telemetry/fixtures/collector.ts';
import { requestCounts, testTelemetry } from '../../fixtures/scrape.ts';
import { createDurations } from './durations.ts';
import { createMetrics } from './metrics.ts';

async function pointsOf(producer: MetricProducer) {
  const { resourceMetrics } = await producer.collect();
  const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  return metrics.flatMap(({ dataPoints }) => dataPoints as DataPoint<Histogram>[]);
}

describe('what readers are told', () => {
  const durations = createDurations('lamps', resourceFromAttributes({}));
  const total = durations.producer(AggregationTemporality.CUMULATIVE);
  const change = durations.producer(AggregationTemporality.DELTA);
  const series = durations.series({ 'http.route': '/a' });

  const valuesOf = async (producer: MetricProducer) =>
    (await pointsOf(producer)).map(({ value }) => value);

  it('is nothing before the first request', async () => {
    expect(await pointsOf(total)).toEqual([]);
    expect(await pointsOf(change)).toEqual([]);
  });

  it('is all since the start, or what is new, for each as it wants', async () => {
    series.record(0.25);
    series.record(0.3);
    expect(await valuesOf(total)).toMatchObject([{ count: 2, sum: 0.55, min: 0.25, max: 0.3 }]);
    expect(await valuesOf(change)).toMatchObject([{ count: 2, sum: 0.55 }]);
    series.record(4);
    expect(await valuesOf(total)).toMatchObject([{ count: 3, sum: 4.55, min: 0.25, max: 4 }]);
    expect(await valuesOf(change)).toMatchObject([{ count: 1, sum: 4, min: 4, max: 4 }]);
    expect(await pointsOf(change)).toEqual([]);
  });

  it('goes on from where it ended', async () => {
    series.record(1);
    const [first] = await pointsOf(change);
    series.record(1);
    const [second] = await pointsOf(change);
    expect(second?.startTime).toEqual(first?.endTime);
  });

  it('counts a bound in the bucket that ends at it, and what is longer than all in the last', async () => {
    const edges = durations.series({ 'http.route': '/edges' });
    for (const seconds of [0, 0.005, 0.0051, 10, 10.1]) edges.record(seconds);
    const points = await pointsOf(total);
    const { buckets } =
      points.find(({ attributes }) => attributes === edges.attributes)?.value ?? {};
    expect(buckets?.counts).toEqual([2, 1, ...new Array(11).fill(0), 1, 1]);
    expect(buckets?.counts).toHaveLength((buckets?.boundaries.length ?? 0) + 1);
  });

  it('does not change any more once it is told', async () => {
    const [before] = await valuesOf(total);
    const { count, buckets } = structuredClone(before) ?? {};
    series.record(0.1);
    expect(before).toMatchObject({ count, buckets });
  });
});

test('what is folded because there are too many label sets is one series, whatever it was folded from', async () => {
  const metrics = createMetrics(testTelemetry(), { maxRoutes: 0, observe: [] });
  const end = (method: string, status: number) => {
    const request = { method, socket: {} } as IncomingMessage;
    const outcome = { route: '/a', status, durationMs: 1 };
    metrics.http.begin({ request, probe: false })?.end(outcome);
  };
  // The label set that others are folded into, by a request that has it anyway; then all that there may be, and more.
  end('BREW', 500);
  for (let status = 1_000; status < 2_999; status++) end('GET', status);
  for (const method of ['GET', 'POST', 'BREW']) end(method, 500);
  end('PUT', 200);
  const text = await metrics.collect();
  const counts = await requestCounts(metrics);
  await metrics.shutdown();
  expect(counts['_OTHER _other 500']).toBe(4);
  expect(counts['_OTHER _other 0']).toBe(1);
  const lines = text.split('\n').filter((line) => line.includes('_duration_seconds_count{'));
  const names = lines.map((line) => line.replace(/ \d+$/, ''));
  expect(new Set(names).size).toBe(names.length);
});

describe('a collector that wants what is new', () => {
  let collector: Collector;
  beforeAll(async () => {
    collector = await startCollector();
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
    process.env.OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE = 'delta';
  });
  afterAll(async () => {
    delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
    delete process.env.OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE;
    await collector.close();
  });

  it('gets it', async () => {
    const env = { OTEL_METRICS_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' };
    const metrics = createMetrics(testTelemetry(env), { maxRoutes: 5, observe: [] });
    const request = { method: 'GET', socket: {} } as IncomingMessage;
    metrics.http.begin({ request, probe: false })?.end({ route: '/a', status: 200, durationMs: 1 });
    await metrics.shutdown();
    expect(collector.exports.map(({ body }) => body.toString()).join('')).toMatch(
      /"name":"http.server.request.duration"[^{]*"histogram":\{"aggregationTemporality":1,/,
    );
  });
});
