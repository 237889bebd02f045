// Derived from generators/observability-stack by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'observability-stack',
  title: 'Observability stack',
  options: [
    {
      name: 'prometheusPort',
      type: 'integer',
      description: 'Where Prometheus is opened on this machine',
    },
    {
      name: 'alertmanagerPort',
      type: 'integer',
      description: 'Where Alertmanager is opened on this machine',
    },
    {
      name: 'grafanaPort',
      type: 'integer',
      description: 'Where Grafana is opened on this machine; not 3000, which services like to take',
    },
    {
      name: 'otlpPort',
      type: 'integer',
      description: 'Where the collector takes OTLP over HTTP',
    },
    {
      name: 'metricsPort',
      type: 'integer',
      description: 'Where the service serves its metrics: METRICS_PORT, or its own port',
    },
    {
      name: 'probe',
      type: 'string',
      description:
        'A URL that a blackbox exporter asks as users do, e.g. http://host.docker.internal:3000/livez; none when empty',
    },
  ],
});
