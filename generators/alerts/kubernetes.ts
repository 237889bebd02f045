import { type Json, slug } from '@joinery/kit';

/** The same rules for Prometheus Operator. */
export function prometheusRule(service: string, name: string, groups: readonly Json[]): Json {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: `${slug(service)}-${name}`, labels: { 'app.kubernetes.io/name': slug(service) } },
    spec: { groups },
  };
}

/** Tell Prometheus Operator to scrape the service, under the `job` that rules and dashboards ask for. */
export function serviceMonitor(service: string): Json {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: slug(service), labels: { 'app.kubernetes.io/name': slug(service) } },
    spec: {
      selector: { matchLabels: { 'app.kubernetes.io/name': slug(service) } },
      sampleLimit: 5000,
      labelLimit: 30,
      endpoints: [
        {
          port: 'metrics',
          path: '/metrics',
          interval: '30s',
          honorLabels: false,
          relabelings: [{ targetLabel: 'job', replacement: service }],
        },
      ],
    },
  };
}
