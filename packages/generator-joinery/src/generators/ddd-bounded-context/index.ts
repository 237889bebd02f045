// Derived from generators/ddd-bounded-context by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'ddd-bounded-context',
  title: 'Bounded contexts',
  options: [
    {
      name: 'form',
      type: 'string',
      description:
        'What a context is to the workspace. auto: an Nx library in Nx, a package in a workspace of packages, a folder elsewhere',
    },
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
    {
      name: 'moves',
      type: 'object',
      description:
        "Files or folders of people's that belong into a context: by any name, each with its file, its context and its layer",
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
        events: 'The events it hears of, separated by commas: order.placed,order.paid',
        kind: 'anti-corruption, customer-supplier, published-language or conformist',
      },
    },
    {
      kind: 'move',
      summary: 'A file or folder of yours that goes into a context; imports of it follow',
      arguments: {
        file: 'The file or folder, from the folder of the service: src/orders/pricing.ts',
        context: 'The context that it belongs to',
        layer: 'domain, unless told; or application, infrastructure, api',
      },
    },
  ],
});
