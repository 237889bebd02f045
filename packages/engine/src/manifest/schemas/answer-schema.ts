import type { JsonSchema } from '../json-schema.ts';
import { DRAFT } from './parts.ts';
import { requestSchema } from './request-schema.ts';

const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const integer: JsonSchema = { type: 'integer' };

const fix: JsonSchema = {
  type: 'object',
  properties: {
    change: { description: 'In the imperative.', ...text },
    consequence: { description: 'What it leads to.', ...text },
    command: { description: 'The command that does it.', ...text },
    request: { type: 'object', properties: requestSchema.properties ?? {} },
  },
  required: ['change', 'consequence', 'command', 'request'],
};

const node: JsonSchema = {
  description: 'A fact of the input, or what follows from two nodes before it.',
  type: 'object',
  properties: {
    id: integer,
    kind: { type: 'string', enum: ['fact', 'derived'] },
    fact: { description: 'The kind of fact, e.g. `requires`.', ...text },
    subject: { description: 'Whose fact it is.', ...text },
    from: { description: 'Of a derived node: those it follows from.', type: 'array', items: integer },
    terms: {
      description: 'What can not all be true together.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          kind: { type: 'string', enum: ['feature', 'host', 'tier'] },
          name: text,
          absent: { description: 'Whether being absent makes the term true as well.', type: 'boolean' },
          versions: texts,
        },
        required: ['kind', 'name', 'absent', 'versions'],
      },
    },
    sentence: text,
  },
  required: ['id', 'kind', 'terms', 'sentence'],
};

const resolved: JsonSchema = {
  type: 'object',
  properties: {
    status: { const: 'resolved' },
    versions: { description: 'Feature → chosen version.', type: 'object', additionalProperties: text },
    providers: {
      description: 'Capability → features that provide it.',
      type: 'object',
      additionalProperties: texts,
    },
    because: {
      description: 'Feature → who needed it and why it was chosen.',
      type: 'object',
      additionalProperties: text,
    },
    requested: { description: 'What was asked for.', ...texts },
    edges: {
      description: 'Who requires whom, and as what.',
      type: 'array',
      items: {
        type: 'object',
        properties: { from: text, to: text, name: text, range: text },
        required: ['from', 'to', 'name', 'range'],
      },
    },
    cycles: { description: 'Features that require each other, as paths.', type: 'array', items: texts },
  },
  required: ['status', 'versions', 'providers', 'because', 'requested', 'edges', 'cycles'],
};

const unsolvable: JsonSchema = {
  type: 'object',
  properties: {
    status: { const: 'unsolvable' },
    explanation: { description: 'Sentences, one a line.', ...texts },
    causes: {
      type: 'object',
      properties: {
        conflicts: {
          description: 'Ids of the nodes that say that nothing fits.',
          type: 'array',
          items: integer,
        },
        nodes: { type: 'array', items: node },
      },
      required: ['conflicts', 'nodes'],
    },
    fixes: { description: 'Each was resolved and works.', type: 'array', items: fix },
    gaveUpAfter: { description: 'Steps taken, when the search ended without an answer.', ...integer },
  },
  required: ['status', 'explanation', 'causes', 'fixes'],
};

/** Of what `joinery resolve --json` prints. */
export const answerSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'https://joinery.dev/schemas/answer.schema.json',
  title: 'Answer of the Joinery resolver',
  oneOf: [resolved, unsolvable],
};
