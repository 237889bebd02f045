import { join } from 'node:path';
import { describeWithSqlite } from '../../tools/parts/parts.ts';
import { programs } from '../../tools/parts/program.ts';
import { places } from './contract/places.ts';
import { MIGRATION } from './migrations.ts';

const bench = places(MIGRATION);
const children = programs();
afterAll(async () => {
  children.remove();
  await bench.end();
});

describeWithSqlite()('the cost of an append to SQLite', () => {
  test('is within 1.5 times that of raw inserts with the same durability, in one run', async () => {
    let ratio = Number.POSITIVE_INFINITY;
    // Whatever else the machine does only ever adds, so the best of three counts.
    for (let attempt = 0; attempt < 3 && ratio >= 1.5; attempt += 1) {
      const place = await bench.fresh('sqlite');
      const measured = children.start(join(__dirname, 'contract/append-cost.ts'), [place, `${place}.raw`]);
      await measured.end();
      const [ours = 0, raw = 0] = (measured.lines[0] ?? '').split(' ').map(Number);
      ratio = ours / raw;
      console.log(
        `SQLite: an append ${Math.round(1_000 * ours)} µs, a raw insert ${Math.round(1_000 * raw)} µs, ratio ${ratio.toFixed(2)}`,
      );
    }
    expect(ratio).toBeLessThan(1.5);
  });
});
