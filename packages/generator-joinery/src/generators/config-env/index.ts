// Derived from generators/config-env by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'config-env',
  title: 'Typed environment',
  options: [
    {
      name: 'exampleFile',
      type: 'string',
      description: 'The file that lists every variable with its default',
    },
  ],
});
