import { monitorEventLoopDelay, PerformanceObserver, performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics, getHeapStatistics } from 'node:v8';
import type { Meter } from '@opentelemetry/api';

const RESOLUTION_MS = 10;
const GC_BOUNDARIES = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1];

/** Kinds of garbage collection, by the numbers of `perf_hooks`. */
const GC_TYPES: Readonly<Record<number, string>> = {
  1: 'minor',
  2: 'minor',
  4: 'major',
  8: 'incremental',
  16: 'weakcb',
};

/** Observe Node.js itself: the event loop, the heap and its collector. */
export function observeRuntime(meter: Meter): void {
  observeDelay(meter);
  observeUtilization(meter);
  observeHeap(meter);
  measureCollections(meter);
}

function observeDelay(meter: Meter): void {
  const gauge = (name: string, description: string) =>
    meter.createObservableGauge(`nodejs.eventloop.delay.${name}`, {
      description: `${description} of the event loop since the last collection`,
      unit: 's',
    });
  const p50 = gauge('p50', 'Median delay');
  const p90 = gauge('p90', '90th percentile of the delay');
  const p99 = gauge('p99', '99th percentile of the delay');
  const max = gauge('max', 'Longest delay');
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  meter.addBatchObservableCallback(
    (result) => {
      result.observe(p50, seconds(delay.percentile(50)));
      result.observe(p90, seconds(delay.percentile(90)));
      result.observe(p99, seconds(delay.percentile(99)));
      result.observe(max, seconds(delay.max));
      delay.reset();
    },
    [p50, p90, p99, max],
  );
}

function observeUtilization(meter: Meter): void {
  const busy = meter.createObservableGauge('nodejs.eventloop.utilization', {
    description: 'Share of time the event loop was busy since the last collection',
    unit: '1',
  });
  const time = meter.createObservableCounter('nodejs.eventloop.time', {
    description: 'Time the event loop has been in each state',
    unit: 's',
  });
  let before = performance.eventLoopUtilization();
  meter.addBatchObservableCallback(
    (result) => {
      const now = performance.eventLoopUtilization();
      result.observe(busy, performance.eventLoopUtilization(now, before).utilization);
      result.observe(time, now.active / 1_000, { 'nodejs.eventloop.state': 'active' });
      result.observe(time, now.idle / 1_000, { 'nodejs.eventloop.state': 'idle' });
      before = now;
    },
    [busy, time],
  );
}

function observeHeap(meter: Meter): void {
  const gauge = (name: string, description: string) =>
    meter.createObservableGauge(`v8js.memory.heap.${name}`, { description, unit: 'By' });
  const used = gauge('used', 'Memory used by objects, by space of the heap');
  const size = gauge('space.size', 'Memory of each space of the heap');
  const limit = gauge('limit', 'The most memory the heap may take');
  meter.addBatchObservableCallback(
    (result) => {
      for (const space of getHeapSpaceStatistics()) {
        const attributes = { 'v8js.heap.space.name': space.space_name };
        result.observe(used, space.space_used_size, attributes);
        result.observe(size, space.space_size, attributes);
      }
      result.observe(limit, getHeapStatistics().heap_size_limit);
    },
    [used, size, limit],
  );
}

function measureCollections(meter: Meter): void {
  const duration = meter.createHistogram('v8js.gc.duration', {
    description: 'Duration of garbage collections',
    unit: 's',
    advice: { explicitBucketBoundaries: GC_BOUNDARIES },
  });
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { kind } = (entry as { readonly detail?: { readonly kind?: number } }).detail ?? {};
      duration.record(entry.duration / 1_000, { 'v8js.gc.type': GC_TYPES[kind ?? 0] ?? 'other' });
    }
  });
  observer.observe({ entryTypes: ['gc'] });
}

/** The histogram counts the whole interval between two samples, in nanoseconds. */
function seconds(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1e3);
}
