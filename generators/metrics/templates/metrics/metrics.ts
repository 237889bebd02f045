import { metrics as api, type Meter } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import { createHttpMetrics, type HttpMetrics } from './http-metrics.ts';
import { prometheusText } from './prometheus-text.ts';
import { buildInfo, createResource } from './resource.ts';

export interface Metrics {
  /** For instruments of your own; `metrics.getMeter(name)` of `@opentelemetry/api` works anywhere. */
  readonly meter: Meter;
  readonly http: HttpMetrics;
  /** Everything measured so far, in Prometheus' text format. */
  collect(): Promise<string>;
  /** Throw when the last collection was incomplete. */
  check(): void;
  shutdown(): Promise<void>;
}

export interface MetricsOptions {
  readonly serviceName: string;
  readonly environment: string;
  /** How many route templates get series of their own; the others share `_other`. */
  readonly maxRoutes: number;
  /** What is read off each time metrics are collected: the process, Node.js itself. */
  readonly observe: readonly ((meter: Meter) => void)[];
  /** Everything works and nothing is measured. */
  readonly disabled: boolean;
}

export function createMetrics(options: MetricsOptions): Metrics {
  return options.disabled ? disabledMetrics(options) : enabledMetrics(options);
}

function enabledMetrics(options: MetricsOptions): Metrics {
  const { serviceName, environment, maxRoutes } = options;
  const reader = new PrometheusExporter({ preventServerStart: true });
  const provider = new MeterProvider({
    resource: createResource(serviceName, environment),
    readers: [reader],
  });
  api.setGlobalMeterProvider(provider);
  const meter = provider.getMeter(serviceName);
  const info = buildInfo(serviceName);
  meter
    .createObservableGauge('build.info', { description: 'What is running; always 1' })
    .addCallback((result) => result.observe(1, info));
  for (const observe of options.observe) observe(meter);

  let errors: readonly unknown[] = [];
  return {
    meter,
    http: createHttpMetrics(meter, maxRoutes),
    collect: async () => {
      const collected = await reader.collect();
      errors = collected.errors;
      return prometheusText(collected.resourceMetrics);
    },
    check: () => {
      if (errors.length > 0) throw new Error(`${errors.length} instruments could not be collected`);
    },
    shutdown: () => provider.shutdown(),
  };
}

function disabledMetrics({ serviceName, maxRoutes }: MetricsOptions): Metrics {
  const meter = api.getMeter(serviceName);
  return {
    meter,
    http: createHttpMetrics(meter, maxRoutes),
    collect: () => Promise.resolve(''),
    check: () => undefined,
    shutdown: () => Promise.resolve(),
  };
}
