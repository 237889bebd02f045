// Derived from generators/api-openapi by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'api-openapi',
  title: 'OpenAPI',
  options: [
    {
      name: 'docs',
      type: 'string',
      description: "Where people find the API's page outside production; empty for none",
    },
  ],
});
