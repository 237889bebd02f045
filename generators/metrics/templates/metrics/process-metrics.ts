import type { Meter } from '@opentelemetry/api';

/** Observe the process each time metrics are collected. */
export function observeProcess(meter: Meter): void {
  const cpu = meter.createObservableCounter('process.cpu.time', {
    description: 'CPU time used by the process',
    unit: 's',
  });
  const memory = meter.createObservableGauge('process.memory.usage', {
    description: 'Resident memory of the process',
    unit: 'By',
  });
  const uptime = meter.createObservableGauge('process.uptime', {
    description: 'Time since the process started',
    unit: 's',
  });
  const start = meter.createObservableGauge('process.start.time', {
    description: 'When the process started, since 1970',
    unit: 's',
  });
  const startTime = Math.round(performance.timeOrigin / 1_000);
  meter.addBatchObservableCallback(
    (result) => {
      const { user, system } = process.cpuUsage();
      result.observe(cpu, user / 1e6, { 'cpu.mode': 'user' });
      result.observe(cpu, system / 1e6, { 'cpu.mode': 'system' });
      result.observe(memory, process.memoryUsage.rss());
      result.observe(uptime, process.uptime());
      result.observe(start, startTime);
    },
    [cpu, memory, uptime, start],
  );
}
