// Derived from generators/slo by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'slo',
  title: 'Service level objectives',
  options: [
    {
      name: 'greeting',
      type: 'string',
      description: 'What is said.',
    },
  ],
});
