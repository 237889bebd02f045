// Derived from generators/logging by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'logging',
  title: 'Logging',
  options: [
    {
      name: 'greeting',
      type: 'string',
      description: 'What is said.',
    },
  ],
});
