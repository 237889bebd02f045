// Derived from generators/resilience by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'resilience',
  title: 'Resilience',
  options: [
    {
      name: 'timeoutMs',
      type: 'integer',
      description: 'Milliseconds that one attempt may take; the default of UPSTREAM_TIMEOUT_MS',
    },
  ],
});
