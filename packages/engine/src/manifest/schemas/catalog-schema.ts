import type { JsonSchema } from '../json-schema.ts';
import { DRAFT, declarations, parts } from './parts.ts';

/** Of a file given to `--catalog`. */
export const catalogSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'https://joinery.dev/schemas/catalog.schema.json',
  title: 'Catalog of Joinery features',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    features: {
      description: 'Every version of every feature.',
      type: 'array',
      items: {
        type: 'object',
        properties: { name: parts.name, version: parts.version, ...declarations },
        required: ['name', 'version'],
        additionalProperties: false,
      },
    },
  },
  required: ['features'],
  additionalProperties: false,
};
