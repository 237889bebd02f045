// Derived from generators/cache-redis by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'cache-redis',
  title: 'Redis cache',
  options: [
    {
      name: 'timeoutMs',
      type: 'integer',
      description:
        'Milliseconds after which the service does without the cache; the default of CACHE_TIMEOUT_MS',
    },
  ],
});
