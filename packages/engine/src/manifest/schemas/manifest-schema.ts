import type { JsonSchema } from '../json-schema.ts';
import { DRAFT, declarations, parts, recordOf } from './parts.ts';

/** Of the `joinery` field in a feature's package.json. */
export const manifestSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'https://joinery.dev/schemas/manifest.schema.json',
  title: 'Manifest of a Joinery feature',
  description: 'The `joinery` field of a feature’s package.json. It is read without running any of its code.',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    schema: { description: 'The version of this format.', const: 1 },
    title: { description: 'A few words, as a heading.', ...parts.sentence },
    summary: { description: 'One sentence.', ...parts.sentence },
    category: { description: 'Where the feature is listed.', ...parts.sentence },
    ...declarations,
    frameworks: {
      description: 'The frameworks the feature knows how to join.',
      type: 'array',
      items: parts.framework,
      uniqueItems: true,
    },
    recommend: {
      description: 'When `joinery recommend` should name this feature.',
      type: 'array',
      items: {
        type: 'object',
        properties: {
          when: { description: 'An expression over the profile.', ...parts.sentence },
          because: parts.sentence,
        },
        required: ['when', 'because'],
        additionalProperties: false,
      },
    },
    options: {
      description: 'Path of the JSON Schema of the options, inside the package.',
      ...parts.sentence,
    },
    generators: {
      description: 'What the feature generates, by kind; the first is meant when none is named.',
      ...recordOf({
        type: 'object',
        properties: {
          summary: parts.sentence,
          option: { description: 'The option that it adds to.', ...parts.sentence },
          arguments: {
            description: 'What else is said, by name.',
            ...recordOf({
              type: 'object',
              properties: {
                form: { type: 'string', enum: ['text', 'words', 'fields'] },
                description: parts.sentence,
              },
              required: ['form', 'description'],
              additionalProperties: false,
            }),
          },
        },
        required: ['summary', 'option'],
        additionalProperties: false,
      }),
    },
  },
  required: ['schema', 'title', 'summary', 'category'],
  additionalProperties: false,
};
