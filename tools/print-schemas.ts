import { mkdirSync, writeFileSync } from 'node:fs';
import { answerSchema } from '../packages/engine/src/manifest/schemas/answer-schema.ts';
import { catalogSchema } from '../packages/engine/src/manifest/schemas/catalog-schema.ts';
import { lockfileSchema } from '../packages/engine/src/manifest/schemas/lockfile-schema.ts';
import { manifestSchema } from '../packages/engine/src/manifest/schemas/manifest-schema.ts';
import { planSchema } from '../packages/engine/src/manifest/schemas/plan-schema.ts';
import { requestSchema } from '../packages/engine/src/manifest/schemas/request-schema.ts';
import { wantedSchema } from '../packages/engine/src/manifest/schemas/wanted-schema.ts';

/** Write the published JSON Schemas from the ones the engine checks by. */
const folder = new URL('../packages/engine/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
const schemas = {
  manifest: manifestSchema,
  catalog: catalogSchema,
  request: requestSchema,
  answer: answerSchema,
  wanted: wantedSchema,
  lockfile: lockfileSchema,
  plan: planSchema,
};
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
