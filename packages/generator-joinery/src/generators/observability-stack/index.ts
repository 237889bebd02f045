// Derived from generators/observability-stack by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'observability-stack',
  title: 'Observability stack',
  options: [
    {
      name: 'greeting',
      type: 'string',
      description: 'What is said.',
    },
  ],
});
