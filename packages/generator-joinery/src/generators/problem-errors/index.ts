// Derived from generators/problem-errors by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'problem-errors',
  title: 'Problem errors',
  options: [],
});
