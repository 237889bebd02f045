import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runIn } from '../testing/run-in.ts';
import { contents, makeService } from '../testing/service.ts';

const WRITE = ['--tier', 'intermediate', '--yes', '--no-install', '--verify', 'none'];
let folder = '';
afterEach(() => rmSync(folder, { recursive: true }));

const generate = (...words: readonly string[]) => runIn(folder, ['generate', ...words, ...WRITE]);
const order = () => join(folder, 'src/domain/order/order.ts');

async function generated(...words: readonly string[]): Promise<void> {
  expect(await generate(...words)).toMatchObject({ code: 0 });
}

test('what people wrote stays while an aggregate grows, and the same once more changes nothing', async () => {
  folder = makeService();
  await generated('ddd-aggregate', 'Order', '--fields', 'total:Money,status:enum(placed|paid)');
  const mine = '  get total(): Money {\n    // mine\n';
  writeFileSync(order(), readFileSync(order(), 'utf8').replace('  get total(): Money {\n', mine));
  await generated('ddd-aggregate:event', 'OrderPaid', '--of', 'Order', '--fields=status:enum(placed|paid)');
  await generated('ddd-aggregate:command', 'PayOrder', '--of=Order', '--raises', 'OrderPaid');
  await generated('ddd-aggregate', 'Order', '--fields', 'note:text?');
  const text = readFileSync(order(), 'utf8');
  expect(text).toContain(mine);
  expect(text).toContain('  pay(given: { readonly status:');
  expect(text).toContain("case 'order.paid':");
  expect(text).toContain('get note(): string | null {');
  const before = contents(folder);
  expect(await generate('ddd-aggregate', 'Order', '--fields', 'note:text?')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Nothing to do/),
  });
  expect(contents(folder)).toEqual(before);
});

test.each([
  [['ddd-agregate', 'Order'], 'unknown-generator', /These do: .*ddd-aggregate:aggregate/],
  [['health', 'Order'], 'unknown-generator', /`health` is no feature that generates/],
  [
    ['ddd-aggregate:table', 'Order'],
    'unknown-generator',
    /generates aggregate, entity, value-object, event, command, and no `table`/,
  ],
  [
    ['ddd-aggregate', 'Order', '--felds', 'a:text'],
    'invalid-request',
    /`--felds` is none of --fields, --context/,
  ],
  [
    ['ddd-aggregate', 'Order', '--fields', 'total'],
    'invalid-request',
    /`--fields total` is not written like/,
  ],
  [['ddd-aggregate', 'Order', '--fields', 'a:text,a:integer'], 'invalid-request', /is not written like/],
  [['ddd-aggregate', 'Order', 'total:Money'], 'invalid-request', /`total:Money` is no argument/],
  [['ddd-aggregate', 'Order', '--fields', 'total:Mony'], 'input-refused', /has the type `Mony`/],
  [['ddd-aggregate', 'Class', '--fields', 'total:Money'], 'input-refused', /`Class` means something/],
  [['ddd-aggregate', '../Order', '--fields', 'total:Money'], 'input-refused', /is no name for a class/],
] as const)('%j stops with %s, and nothing is written', async (words, id, why) => {
  folder = makeService();
  const before = contents(folder);
  const said = await generate(...words, '--json');
  expect([said.code, JSON.parse(said.out)]).toEqual([
    1,
    expect.objectContaining({ id, found: expect.stringMatching(why) }),
  ]);
  expect(contents(folder)).toEqual(before);
});

test('a file of people’s that is in the way is not overwritten', async () => {
  folder = makeService({ 'src/domain/order/order.ts': 'export class Order {}\n' });
  const before = contents(folder);
  const said = await generate('ddd-aggregate', 'Order', '--fields', 'total:Money', '--json');
  expect([said.code, JSON.parse(said.out)]).toEqual([
    4,
    expect.objectContaining({ id: 'file-exists', places: ['src/domain/order/order.ts'] }),
  ]);
  expect(contents(folder)).toEqual(before);
});
