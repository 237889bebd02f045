// Derived from generators/input-validation by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'input-validation',
  title: 'Input validation',
  options: [
    {
      name: 'bodyBytes',
      type: 'integer',
      description: 'How many bytes a body may have',
    },
    {
      name: 'bodyDepth',
      type: 'integer',
      description: 'How deeply objects and lists of a body may be nested',
    },
    {
      name: 'routes',
      type: 'string',
      description:
        "Whether to draft a schema for each route from what its handler reads, and to check the route's requests by it",
    },
  ],
});
