import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs } from '../../tools/parts/program.ts';

const children = programs();
const folder = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => {
  children.remove();
  rmSync(folder, { recursive: true });
});

test('killed again and again while it writes: the file is always whole, and nothing acknowledged is lost', async () => {
  const path = join(folder, 'service.json');
  let acknowledged = 0;
  for (let round = 0; round < 8; round += 1) {
    const child = children.start(join(__dirname, 'contract/write-forever.ts'), [path]);
    await child.printed(5 + round * 6);
    await child.kill();
    acknowledged = Number(child.lines.at(-1));
    const { counts } = JSON.parse(readFileSync(path, 'utf8'));
    expect(counts.count).toBeGreaterThanOrEqual(acknowledged);
    expect(counts.text).toHaveLength(counts.count * 50);
  }
  console.log(`file: ${acknowledged} writes acknowledged before 8 kills, none lost, none torn`);
  expect(acknowledged).toBeGreaterThan(200);
});

test('of processes that find what one left behind that is gone, exactly one takes over', async () => {
  const path = join(folder, 'left.json');
  writeFileSync(`${path}.lock`, '999999999');
  const heirs = Array.from({ length: 6 }, () =>
    children.start(join(__dirname, 'contract/write-forever.ts'), [path]),
  );
  const outcomes = await Promise.allSettled(heirs.map((heir) => heir.printed(1)));
  for (const heir of heirs) await heir.kill();
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('a second process is refused while the first one runs', async () => {
  const path = join(folder, 'other.json');
  const file = join(__dirname, 'contract/write-forever.ts');
  const first = children.start(file, [path]);
  await first.printed(1);
  await expect(children.start(file, [path]).end()).rejects.toThrow('is used by the process');
  await first.kill();
});
