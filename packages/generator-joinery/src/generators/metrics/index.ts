// Derived from generators/metrics by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'metrics',
  title: 'Metrics',
  options: [
    {
      name: 'endpoint',
      type: 'string',
      description: "Where Prometheus reads: a port of its own, or a route on the service's port",
    },
    {
      name: 'port',
      type: 'integer',
      description: 'The default of METRICS_PORT',
    },
    {
      name: 'maxRoutes',
      type: 'integer',
      description: 'How many route templates get series of their own; the default of METRICS_MAX_ROUTES',
    },
  ],
});
