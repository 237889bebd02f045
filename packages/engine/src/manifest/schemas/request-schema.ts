import type { JsonSchema } from '../json-schema.ts';
import { DRAFT, parts, recordOf } from './parts.ts';

/** Of a file given to `joinery resolve --request`. */
export const requestSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'https://joinery.dev/schemas/request.schema.json',
  title: 'Request to the Joinery resolver',
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    features: { description: 'Feature → range; `*` for any version.', ...recordOf(parts.range) },
    exclude: { description: 'Features that must not be chosen.', type: 'array', items: parts.name },
    tier: { description: 'The tier of the service.', ...parts.tier },
    host: { description: 'Host fact → version.', ...recordOf(parts.version) },
    evidence: {
      description: 'Host fact → where it was found, for explanations.',
      ...recordOf(parts.sentence),
    },
    manager: {
      description: 'What installs the packages of the host, for the commands of fixes.',
      type: 'string',
      enum: ['npm', 'pnpm', 'yarn', 'bun'],
    },
    settings: {
      description: 'Feature → option → value that was asked with it, for the commands of fixes.',
      ...recordOf({ type: 'object' }),
    },
    called: {
      description: 'How `joinery` was called, for the commands of fixes.',
      type: 'object',
      properties: {
        folder: { description: 'The folder that was given by `-C`.', type: 'string' },
        words: { description: 'Words besides.', type: 'array', items: { type: 'string' } },
      },
      additionalProperties: false,
    },
    lock: { description: 'Feature → the version to keep where possible.', ...recordOf(parts.version) },
    prefer: {
      description: '`newest` ignores locked versions.',
      type: 'string',
      enum: ['newest', 'lock'],
    },
  },
  required: ['features'],
  additionalProperties: false,
};
