import { z } from 'zod';
import { checkBody } from '../../generators/input-validation/templates/http/body.ts';
import { checker } from '../../generators/input-validation/templates/http/input.ts';

/*
 * What checking a body of nine fields costs, beside the schema alone:
 *   npx tsx --conditions=@joinery/source tools/bench/validate.ts
 */
const schema = z.object({
  id: z.string().min(1),
  email: z.string().max(254),
  age: z.number().int().min(0),
  active: z.boolean(),
  tags: z.array(z.string()),
  address: z.strictObject({ street: z.string(), city: z.string(), zip: z.string().regex(/^\d{5}$/) }),
  total: z.number(),
});
const body: unknown = JSON.parse(
  '{"id":"a1","email":"ada@example.org","age":36,"active":true,"tags":["a","b"],"address":{"street":"Main","city":"Bern","zip":"30000"},"total":12.5}',
);
const check = checker({ body: schema });
const strict = schema.strict();

async function measure(what: string, work: () => unknown): Promise<void> {
  const rounds = 100_000;
  for (let round = 0; round < rounds / 10; round += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const start = process.cpuUsage();
    for (let round = 0; round < rounds; round += 1) await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / rounds);
  }
  times.sort((a, b) => a - b);
  console.log(`${what}: ${times[3]?.toFixed(2)} µs CPU (median of 7 runs of ${rounds})`);
}

await measure('an empty await', () => undefined);
await measure('zod alone', () => strict.parse(body));
await measure('generated: keys, depth, schema', () => {
  checkBody(body);
  return check({ params: undefined, query: undefined, body });
});
