// Derived from generators/ddd-aggregate by tools/derive-generators.ts.
import { featureGenerator } from '../../feature-generator.ts';

export default featureGenerator({
  name: 'ddd-aggregate',
  title: 'Aggregates',
  options: [
    {
      name: 'aggregates',
      type: 'object',
      description: 'The aggregates, each with its fields: { "Order": { "fields": { "total": "Money" } } }',
    },
    {
      name: 'entities',
      type: 'object',
      description: 'The entities, each with the aggregate it is part of and its fields',
    },
    {
      name: 'valueObjects',
      type: 'object',
      description: 'The value objects, each with its fields',
    },
    {
      name: 'events',
      type: 'object',
      description: 'The events, each with the aggregate it happens to and its fields',
    },
    {
      name: 'commands',
      type: 'object',
      description: 'The commands, each with the aggregate that does it and the event that it raises',
    },
  ],
  generators: [
    {
      kind: 'aggregate',
      summary: 'An aggregate: its state, its events, its errors, and a test',
      arguments: {
        fields:
          'Its state: total:Money,status:enum(placed|paid),lines:OrderLine[],note:text?; a field that came with schema 2 of its events ends in @2',
        context: 'The bounded context it belongs to',
      },
    },
    {
      kind: 'entity',
      summary: 'An entity inside of an aggregate',
      arguments: {
        of: 'The aggregate it is part of',
        fields: 'What is known of it: sku:text,count:integer',
      },
    },
    {
      kind: 'value-object',
      summary: 'A value with rules of its own',
      arguments: {
        fields: 'What it consists of: street:text,city:text',
      },
    },
    {
      kind: 'event',
      summary: 'Something that happens to an aggregate',
      arguments: {
        of: 'The aggregate it happens to',
        fields:
          'What is known of it, a field that came with its schema 2 with @2 at its end; fields of the aggregate are taken over into its state',
      },
    },
    {
      kind: 'command',
      summary: 'Something an aggregate is told to do',
      arguments: {
        of: 'The aggregate that does it',
        raises: 'The event that it leads to',
      },
    },
  ],
});
