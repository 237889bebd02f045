// Derived from generators/idempotency by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'idempotency',
  title: 'Idempotency',
  options: [
    {
      name: 'retentionHours',
      type: 'integer',
      description: 'How long an answer is given again',
    },
    {
      name: 'inboxRetentionDays',
      type: 'integer',
      description:
        'How long it is remembered that a message was handled: longer than its sender may repeat it',
    },
    {
      name: 'requests',
      type: 'string',
      description:
        'Whether handlers call `idempotency.once`, or requests with a key are done once without that',
    },
  ],
});
