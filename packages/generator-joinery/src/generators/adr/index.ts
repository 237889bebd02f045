// Derived from generators/adr by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'adr',
  title: 'Decision records',
  options: [
    {
      name: 'folder',
      type: 'string',
      description: "Where the records lie, from the service's folder",
    },
    {
      name: 'records',
      type: 'object',
      description:
        'Records of the service\'s own, by name, each with its title: { "use-postgres": { "title": "Use PostgreSQL" } }',
    },
    {
      name: 'numbers',
      type: 'object',
      description: 'Numbers that records must have, by name, where they were published under others',
    },
  ],
  generators: [
    {
      kind: 'record',
      summary: "A record of a decision of the service's own",
      arguments: {
        title: 'What is decided: Use PostgreSQL',
      },
    },
  ],
});
