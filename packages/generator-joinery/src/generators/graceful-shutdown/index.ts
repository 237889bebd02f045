// Derived from generators/graceful-shutdown by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'graceful-shutdown',
  title: 'Graceful shutdown',
  options: [
    {
      name: 'timeoutMs',
      type: 'integer',
      description:
        'Milliseconds from the signal until the process exits whatever still runs; the default of SHUTDOWN_TIMEOUT_MS',
    },
  ],
});
