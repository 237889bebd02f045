import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Meter } from '@opentelemetry/api';

const RESOLUTION_MS = 10;

/** Observe the process and its event loop each time metrics are collected. */
export function observeProcess(meter: Meter): void {
  observeUsage(meter);
  observeEventLoop(meter);
}

function observeUsage(meter: Meter): void {
  const cpu = meter.createObservableCounter('process.cpu.time', {
    description: 'CPU time used by the process',
    unit: 's',
  });
  const memory = meter.createObservableGauge('process.memory.usage', {
    description: 'Resident memory of the process',
    unit: 'By',
  });
  const heap = meter.createObservableGauge('v8js.memory.heap.used', {
    description: 'Memory used by objects on the heap',
    unit: 'By',
  });
  const uptime = meter.createObservableGauge('process.uptime', {
    description: 'Time since the process started',
    unit: 's',
  });
  meter.addBatchObservableCallback(
    (result) => {
      const { user, system } = process.cpuUsage();
      const { rss, heapUsed } = process.memoryUsage();
      result.observe(cpu, user / 1e6, { 'cpu.mode': 'user' });
      result.observe(cpu, system / 1e6, { 'cpu.mode': 'system' });
      result.observe(memory, rss);
      result.observe(heap, heapUsed);
      result.observe(uptime, process.uptime());
    },
    [cpu, memory, heap, uptime],
  );
}

function observeEventLoop(meter: Meter): void {
  const gauge = (name: string, description: string, unit = 's') =>
    meter.createObservableGauge(`nodejs.eventloop.${name}`, { description, unit });
  const p50 = gauge('delay.p50', 'Median delay of the event loop since the last scrape');
  const p99 = gauge(
    'delay.p99',
    '99th percentile of the delay of the event loop since the last scrape',
  );
  const max = gauge('delay.max', 'Longest delay of the event loop since the last scrape');
  const busy = gauge(
    'utilization',
    'Share of time the event loop was busy since the last scrape',
    '1',
  );

  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let before = performance.eventLoopUtilization();
  meter.addBatchObservableCallback(
    (result) => {
      const now = performance.eventLoopUtilization();
      result.observe(busy, performance.eventLoopUtilization(now, before).utilization);
      result.observe(p50, seconds(delay.percentile(50)));
      result.observe(p99, seconds(delay.percentile(99)));
      result.observe(max, seconds(delay.max));
      before = now;
      delay.reset();
    },
    [p50, p99, max, busy],
  );
}

/** The histogram counts the whole interval between two samples, in nanoseconds. */
function seconds(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1e3);
}
