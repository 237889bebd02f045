// Derived from generators/http-requests by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'http-requests',
  title: 'Request observers',
  options: [],
});
