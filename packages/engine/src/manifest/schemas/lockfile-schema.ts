import type { JsonSchema } from '../json-schema.ts';
import { DRAFT, parts, recordOf } from './parts.ts';

const text: JsonSchema = { type: 'string', maxLength: 4000 };
const hash: JsonSchema = { type: 'string', pattern: '^sha256-[0-9a-f]{64}$' };
const owners: JsonSchema = { type: 'array', items: parts.name };

function fact(
  properties: Readonly<Record<string, JsonSchema>>,
  required = Object.keys(properties),
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Anything may be a key: a path, an npm package's name. */
function factsBy(description: string, value: JsonSchema): JsonSchema {
  return { description, type: 'object', additionalProperties: value };
}

const PUT = {
  text: { type: 'string' },
  was: { type: 'string' },
  at: { type: 'integer' },
  outer: { type: 'integer' },
} as const satisfies Readonly<Record<string, JsonSchema>>;

const PROPERTIES: Readonly<Record<string, JsonSchema>> = {
  schema: { const: 1 },
  tier: { description: 'The tier of the service.', ...parts.tier },
  platformFolder: { description: 'Where generated code lies.', ...text },
  features: {
    description: 'Feature → the version that is there.',
    ...recordOf(
      fact({
        version: parts.version,
        requested: { description: 'Asked for by itself.', type: 'boolean' },
        options: { type: 'object' },
      }),
    ),
  },
  files: factsBy(
    'Generated file → its owners and the hash of its pristine text.',
    fact(
      {
        hash,
        owners,
        yours: { description: 'Left to people.', type: 'boolean' },
        rendered: { description: 'Follows from a file of people’s.', type: 'boolean' },
      },
      ['hash', 'owners'],
    ),
  ),
  edits: {
    description: 'Edits of files of the service, each recognised by what it binds.',
    type: 'array',
    items: fact({ file: text, verb: text, detail: { type: 'object' } }),
  },
  dependencies: factsBy(
    'Package → the range that was added.',
    fact({ range: text, dev: { type: 'boolean' }, owners }),
  ),
  scripts: factsBy('Script of package.json → its command.', fact({ command: text, owners })),
  startOptions: {
    description: 'Options that were added to calls of a program in the scripts of package.json.',
    type: 'array',
    items: fact({ program: text, option: { type: 'array', items: text }, owners }),
  },
  dotenv: factsBy(
    'Dotenv file → the variables that were added.',
    fact({
      created: { type: 'boolean' },
      entries: { type: 'object', additionalProperties: fact({ value: text, comment: text }) },
    }),
  ),
  fileEdits: factsBy(
    'File of the service → what was put into it.',
    fact({
      created: { type: 'boolean' },
      owners,
      edits: {
        type: 'array',
        items: fact({
          edit: { type: 'object' },
          put: fact(
            {
              ...PUT,
              pieces: {
                description: 'Where it stands in many places of the file.',
                type: 'array',
                items: fact({ text: PUT.text, was: PUT.was }),
              },
            },
            Object.keys(PUT),
          ),
        }),
      },
    }),
  ),
  moves: factsBy(
    'File or folder of people’s → where it was moved.',
    fact({ to: text, files: { type: 'array', items: text }, owners }),
  ),
};

/** Of joinery.lock.json. */
export const lockfileSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'https://joinery.dev/schemas/lockfile.schema.json',
  title: 'What Joinery wrote into a service: joinery.lock.json',
  ...fact(
    PROPERTIES,
    Object.keys(PROPERTIES).filter((key) => key !== 'fileEdits' && key !== 'moves'),
  ),
};
