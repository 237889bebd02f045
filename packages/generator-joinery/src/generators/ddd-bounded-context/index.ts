// Derived from generators/ddd-bounded-context by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'ddd-bounded-context',
  title: 'Bounded contexts',
  options: [
    {
      name: 'contexts',
      type: 'object',
      description: 'The contexts by name, each with what it is about',
    },
    {
      name: 'relations',
      type: 'object',
      description: 'Who hears of whom: by any name, each with its upstream and its downstream',
    },
  ],
  generators: [
    {
      kind: 'context',
      summary: 'A bounded context',
      arguments: {
        about: 'What it is about, in a sentence',
      },
    },
    {
      kind: 'relation',
      summary: 'What one context hears of another, through a mapper',
      arguments: {
        upstream: 'Of whom it hears',
        downstream: 'Who hears',
      },
    },
  ],
});
