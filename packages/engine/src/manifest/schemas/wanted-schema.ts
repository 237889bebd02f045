import type { JsonSchema } from '../json-schema.ts';
import { DRAFT, parts, recordOf } from './parts.ts';

/** Of joinery.json. */
export const wantedSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'https://joinery.dev/schemas/wanted.schema.json',
  title: 'What a service wants of Joinery: joinery.json',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    tier: { description: 'How much of each feature the service gets; `basic` unless told.', ...parts.tier },
    features: {
      description: 'Feature → a semver range, or a range and options.',
      ...recordOf({
        oneOf: [
          parts.range,
          {
            type: 'object',
            properties: {
              range: parts.range,
              options: { description: '`joinery info <feature>` lists them.', type: 'object' },
            },
            additionalProperties: false,
          },
        ],
      }),
    },
    exclude: { description: 'Features that must never be chosen.', type: 'array', items: parts.name },
    profile: {
      description: 'Facts of the service that cannot be told, or are told wrong.',
      type: 'object',
      properties: {
        entry: { description: 'The file that the start command runs.', type: 'string' },
        framework: parts.framework,
        platformFolder: { description: 'Where generated code lies.', type: 'string' },
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};
