// Derived from generators/ddd-repository by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'ddd-repository',
  title: 'Repositories',
  options: [],
});
