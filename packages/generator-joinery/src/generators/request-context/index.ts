// Derived from generators/request-context by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'request-context',
  title: 'Request context',
  options: [],
});
