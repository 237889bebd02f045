import type { IncomingMessage } from 'node:http';
import { metrics as api } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AggregationTemporality, MeterProvider } from '@opentelemetry/sdk-metrics';
import { createDurations } from '../../generators/metrics/templates/metrics/durations.ts';
import { createHttpMetrics } from '../../generators/metrics/templates/metrics/http-metrics.ts';
import { prometheusText } from '../../generators/metrics/templates/metrics/prometheus-text.ts';

/*
 * How long one scrape takes, by the number of series:
 *   npx tsx --conditions=@joinery/source tools/bench/scrape.ts
 */
for (const sets of [10, 118, 2_000]) {
  const durations = createDurations('bench', resourceFromAttributes({}));
  const reader = new PrometheusExporter({
    preventServerStart: true,
    metricProducers: [durations.producer(AggregationTemporality.CUMULATIVE)],
  });
  const provider = new MeterProvider({ readers: [reader] });
  const http = createHttpMetrics(provider.getMeter('bench'), durations, 2_000);
  const request = { method: 'GET', socket: {} } as IncomingMessage;
  for (let n = 0; n < sets * 10; n++) {
    const outcome = { route: `/route-${n % sets}/:id`, status: 200, durationMs: n % 900 };
    http.begin({ request, probe: false })?.end(outcome);
  }
  const times: number[] = [];
  let series = 0;
  for (let scrape = 0; scrape < 25; scrape++) {
    const start = performance.now();
    const text = prometheusText((await reader.collect()).resourceMetrics);
    times.push(performance.now() - start);
    series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
  }
  const sorted = times.sort((a, b) => a - b);
  console.log(
    `${series} series: median ${sorted[12]?.toFixed(1)} ms, slowest ${sorted.at(-1)?.toFixed(1)} ms`,
  );
  api.disable();
  await provider.shutdown();
}
