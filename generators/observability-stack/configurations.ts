import type { Json } from '@joinery/kit';

/** Scrape the service under its name, evaluate all rules, tell Alertmanager. */
export function prometheusConfig(service: string, metricsPort: number, probe: string): Json {
  return {
    global: { scrape_interval: '15s', evaluation_interval: '15s' },
    rule_files: ['*.rules.yaml'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: ['alertmanager:9093'] }] }] },
    scrape_configs: [
      {
        job_name: service,
        static_configs: [{ targets: [`host.docker.internal:${metricsPort}`] }],
      },
      ...(probe === '' ? [] : [probeJob(service, probe)]),
    ],
  };
}

/** Have the blackbox exporter ask a URL as users do. */
function probeJob(service: string, url: string): Json {
  return {
    job_name: `${service}-probe`,
    metrics_path: '/probe',
    params: { module: ['http_2xx'] },
    static_configs: [{ targets: [url] }],
    relabel_configs: [
      { source_labels: ['__address__'], target_label: '__param_target' },
      { source_labels: ['__param_target'], target_label: 'instance' },
      { target_label: '__address__', replacement: 'blackbox:9115' },
    ],
  };
}

/**
 * Take OTLP; traces go to the trace store, metrics to Prometheus, which gives them the names that a scrape has, and log lines are
 * counted on the collector's own output: nothing here keeps them.
 */
export const COLLECTOR: Json = {
  receivers: { otlp: { protocols: { http: { endpoint: '0.0.0.0:4318' } } } },
  processors: { memory_limiter: { check_interval: '1s', limit_mib: 256 }, batch: {} },
  exporters: {
    'otlp/traces': { endpoint: 'tempo:4317', tls: { insecure: true } },
    'otlphttp/metrics': { endpoint: 'http://prometheus:9090/api/v1/otlp' },
    debug: { verbosity: 'basic' },
  },
  service: {
    pipelines: {
      traces: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['otlp/traces'] },
      metrics: {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'batch'],
        exporters: ['otlphttp/metrics'],
      },
      logs: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['debug'] },
    },
  },
};

/** Keep traces for a day, in one process. */
export const TEMPO: Json = {
  server: { http_listen_port: 3200 },
  distributor: { receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' } } } } },
  compactor: { compaction: { block_retention: '24h' } },
  storage: {
    trace: { backend: 'local', local: { path: '/var/tempo/blocks' }, wal: { path: '/var/tempo/wal' } },
  },
};
