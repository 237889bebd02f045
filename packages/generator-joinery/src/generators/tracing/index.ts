// Derived from generators/tracing by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'tracing',
  title: 'Tracing',
  options: [
    {
      name: 'greeting',
      type: 'string',
      description: 'What is said.',
    },
  ],
});
