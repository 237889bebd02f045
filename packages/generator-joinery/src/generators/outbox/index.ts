// Derived from generators/outbox by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'outbox',
  title: 'Outbox',
  options: [
    {
      name: 'maxAttempts',
      type: 'integer',
      description: 'After so many failures a message becomes a dead letter',
    },
    {
      name: 'retentionDays',
      type: 'integer',
      description: 'How long delivered messages are kept',
    },
  ],
});
