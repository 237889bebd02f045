import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from './json-schema.ts';
import { answerSchema } from './schemas/answer-schema.ts';
import { catalogSchema } from './schemas/catalog-schema.ts';
import { lockfileSchema } from './schemas/lockfile-schema.ts';
import { manifestSchema } from './schemas/manifest-schema.ts';
import { planSchema } from './schemas/plan-schema.ts';
import { requestSchema } from './schemas/request-schema.ts';
import { wantedSchema } from './schemas/wanted-schema.ts';

const published: readonly (readonly [name: string, schema: JsonSchema])[] = [
  ['manifest', manifestSchema],
  ['catalog', catalogSchema],
  ['request', requestSchema],
  ['answer', answerSchema],
  ['wanted', wantedSchema],
  ['lockfile', lockfileSchema],
  ['plan', planSchema],
];

test.each(published)(
  '%s.schema.json is what the engine checks by (npx tsx tools/print-schemas.ts)',
  (name, schema) => {
    const file = join(__dirname, '../../schemas', `${name}.schema.json`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);
