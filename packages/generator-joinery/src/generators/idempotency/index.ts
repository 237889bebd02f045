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
  ],
});
