// Derived from generators/ddd-cqrs by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'ddd-cqrs',
  title: 'Commands and queries',
  options: [],
});
