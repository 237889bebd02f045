// Derived from generators/ddd-core by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'ddd-core',
  title: 'Domain kernel',
  options: [],
});
