// Derived from generators/architecture-check by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'architecture-check',
  title: 'Architecture check',
  options: [],
});
