// Derived from generators/health by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'health',
  title: 'Health checks',
  options: [
    {
      name: 'endpoint',
      type: 'string',
      description:
        "Where probes are answered: on the service's port, and on the admin port where metrics has one; or on the admin port only",
    },
    {
      name: 'cacheMs',
      type: 'integer',
      description: 'Milliseconds that results of checks are reused; the default of HEALTH_CACHE_MS',
    },
  ],
});
