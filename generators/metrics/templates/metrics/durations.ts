import { type Attributes, type HrTime, ValueType } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  DataPointType,
  type Histogram,
  type HistogramMetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';
import { DURATION_BOUNDARIES } from '#host/metrics/boundaries';

/** The requests that share one set of labels. */
export interface Series {
  readonly attributes: Attributes;
  record(seconds: number): void;
}

/** How long requests take. */
export interface Durations {
  /** Begin a series. Each set of labels may have one only. */
  series(attributes: Attributes): Series;
  /** Tell a reader of all series that are begun from now on. */
  producer(temporality: AggregationTemporality): MetricProducer;
}

/** What one reader has not been told yet, or was told so far, of one series. */
interface Point {
  readonly attributes: Attributes;
  startTime: HrTime;
  value: Required<Histogram>;
}

const DESCRIPTOR = {
  name: 'http.server.request.duration',
  description: 'Duration of HTTP server requests',
  unit: 's',
  valueType: ValueType.DOUBLE,
};

/**
 * Count requests here, and let OpenTelemetry's readers ask for them. A histogram of the SDK looks its labels up by a hash that
 * it makes anew for each request, which takes longer than everything else that is measured.
 */
export function createDurations(scope: string, resource: Resource): Durations {
  const readers: Point[][] = [];
  return {
    series: (attributes) => {
      const startTime = now();
      const points = readers.map((reader) => {
        const point = { attributes, startTime, value: nothing() };
        reader.push(point);
        return point;
      });
      return {
        attributes,
        record: (seconds) => {
          for (const { value } of points) add(value, seconds);
        },
      };
    },
    producer: (aggregationTemporality) => {
      const points: Point[] = [];
      readers.push(points);
      const take = aggregationTemporality === AggregationTemporality.DELTA ? since : sofar;
      return {
        collect: () => {
          const endTime = now();
          const dataPoints = points
            .filter(({ value }) => value.count > 0)
            .map((point) => take(point, endTime));
          const metric: HistogramMetricData = {
            descriptor: DESCRIPTOR,
            aggregationTemporality,
            dataPointType: DataPointType.HISTOGRAM,
            dataPoints,
          };
          const metrics = dataPoints.length > 0 ? [metric] : [];
          const scopeMetrics = [{ scope: { name: scope }, metrics }];
          return Promise.resolve({ resourceMetrics: { resource, scopeMetrics }, errors: [] });
        },
      };
    },
  };
}

function nothing(): Required<Histogram> {
  const counts = [0, ...DURATION_BOUNDARIES.map(() => 0)];
  const buckets = { boundaries: DURATION_BOUNDARIES, counts };
  return { count: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: 0, buckets };
}

/** A bound belongs to the bucket that ends at it. */
function add(value: Required<Histogram>, seconds: number): void {
  const { boundaries, counts } = value.buckets;
  let bucket = 0;
  while (seconds > (boundaries[bucket] ?? Number.POSITIVE_INFINITY)) bucket++;
  counts[bucket] = (counts[bucket] ?? 0) + 1;
  value.count++;
  value.sum += seconds;
  if (seconds < value.min) value.min = seconds;
  if (seconds > value.max) value.max = seconds;
}

/** What was measured since the start. */
function sofar({ attributes, startTime, value }: Point, endTime: HrTime) {
  const { boundaries, counts } = value.buckets;
  const copy = { ...value, buckets: { boundaries, counts: [...counts] } };
  return { attributes, startTime, endTime, value: copy };
}

/** What was measured since the last time. */
function since(point: Point, endTime: HrTime) {
  const { attributes, startTime, value } = point;
  point.startTime = endTime;
  point.value = nothing();
  return { attributes, startTime, endTime, value };
}

function now(): HrTime {
  const milliseconds = Date.now();
  return [Math.trunc(milliseconds / 1_000), (milliseconds % 1_000) * 1_000_000];
}
