// Derived from generators/api-openapi by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'api-openapi',
  title: 'OpenAPI',
  options: [],
});
