// Derived from generators/dashboards by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'dashboards',
  title: 'Dashboards',
  options: [
    {
      name: 'greeting',
      type: 'string',
      description: 'What is said.',
    },
  ],
});
