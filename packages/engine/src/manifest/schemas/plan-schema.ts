import type { JsonSchema } from '../json-schema.ts';
import { DRAFT, parts } from './parts.ts';

const text: JsonSchema = { type: 'string' };
const hash: JsonSchema = { type: 'string', pattern: '^sha256-[0-9a-f]{64}$' };

function fact(
  properties: Readonly<Record<string, JsonSchema>>,
  required = Object.keys(properties),
): JsonSchema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function listOf(description: string, items: JsonSchema): JsonSchema {
  return { description, type: 'array', items };
}

/** Of a file written by `joinery plan -o`. */
export const planSchema: JsonSchema = {
  $schema: DRAFT,
  $id: 'https://joinery.dev/schemas/plan.schema.json',
  title: 'A plan of Joinery: every change to one service, with its final text',
  ...fact({
    kind: { const: 'plan' },
    schema: { const: 1 },
    service: text,
    features: listOf(
      'The features of the service, removed ones included.',
      fact({
        name: parts.name,
        version: parts.version,
        state: { type: 'string', enum: ['added', 'kept', 'changed', 'removed'] },
        requested: { type: 'boolean' },
        because: text,
      }),
    ),
    changes: listOf(
      'Files to write or delete, sorted by path, each with the hash of what it replaces.',
      fact(
        {
          kind: { type: 'string', enum: ['create', 'update', 'delete'] },
          path: text,
          before: hash,
          text,
          reason: fact({ owners: listOf('Features.', parts.name), because: text }),
        },
        ['kind', 'path', 'reason'],
      ),
    ),
    conflicts: listOf(
      'Files whose change carries conflict markers, and in how many places.',
      fact({ path: text, count: { type: 'integer' } }),
    ),
    install: fact({
      manager: { type: 'string', enum: ['npm', 'pnpm', 'yarn', 'bun'] },
      needed: { type: 'boolean' },
    }),
    notes: listOf('What to know or do afterwards.', fact({ feature: text, text })),
    warnings: listOf('What was noticed and stops nothing.', text),
  }),
};
