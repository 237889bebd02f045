import { NO_CODE, type Profile, type Statement } from '@joinery/kit';
import type { Options } from './options.ts';
import plan from './plan.ts';

const EMPTY: Options = { aggregates: {}, entities: {}, valueObjects: {}, events: {}, commands: {} };

function statements(options: Partial<Options>, has: readonly string[] = []): readonly Statement[] {
  return plan.statements({
    host: { tests: { runner: 'jest', suffix: 'test' } } as Profile,
    framework: 'express',
    tier: 'advanced',
    options: { ...EMPTY, ...options },
    has: (name) => has.includes(name),
    inputs: {},
    parsed: {},
    code: NO_CODE,
  });
}

const filesOf = (said: readonly Statement[]) =>
  said.flatMap((one) => (one.kind === 'file' || one.kind === 'template' ? [one.to] : []));

function refused(options: Partial<Options>): string {
  const said = statements(options);
  expect(filesOf(said)).toEqual([]);
  const [one] = said;
  return one?.kind === 'refusal' ? one.found : 'not refused';
}

const Order = { fields: { total: 'Money' } };

test('an aggregate is its state, events, errors and test; with a repository, its table', () => {
  const files = ['order.ts', 'order.state.ts', 'order.events.ts', 'order.errors.ts', 'order.test.ts'];
  expect(filesOf(statements({ aggregates: { Order } }))).toEqual([
    'domain/values/money.ts',
    'domain/values/money.test.ts',
    ...files.map((name) => `domain/order/${name}`),
  ]);
  expect(filesOf(statements({ aggregates: { Order } }, ['ddd.repository']))).toContain(
    'infrastructure/order/order.table.ts',
  );
});

test('an aggregate of a context lies in it', () => {
  const sales = { Order: { ...Order, context: 'sales' } };
  expect(filesOf(statements({ aggregates: sales }, ['ddd.repository']))).toEqual(
    expect.arrayContaining([
      'contexts/sales/domain/order/order.ts',
      'contexts/sales/infrastructure/order/order.table.ts',
    ]),
  );
});

test.each([
  [{ aggregates: { class: Order } }, /`class` is no name for a class/],
  [{ aggregates: { Delete: Order } }, /`Delete` means something in TypeScript/],
  [{ aggregates: { Promise: Order } }, /`Promise` means something/],
  [{ aggregates: { 'Or der': Order } }, /`Or der` is no name/],
  [{ aggregates: JSON.parse('{"__proto__":{"fields":{"total":"Money"}}}') }, /`__proto__` is no name/],
  [
    { aggregates: { Order: { fields: { total: 'Mony' } } } },
    /`total` of `Order` has the type `Mony`, which is none of text, .*Money, OrderId/,
  ],
  [{ aggregates: { Order: { fields: { state: 'enum()' } } } }, /has a `state` already.*`enum\(\)`/s],
  [{ aggregates: { Order: { fields: { version: 'integer' } } } }, /`Order` has a `version` already/],
  [{ aggregates: { Order: { fields: { class: 'text' } } } }, /`class`, a field of `Order`/],
  [{ aggregates: { Order: {} } }, /`Order` has no fields yet/],
  [{ aggregates: { Order: { fields: { dueAt: 'time@0' } } } }, /`dueAt` of `Order` has the type `time@0`/],
  [{ aggregates: { Order: { fields: { dueAt: 'time@2?' } } } }, /`dueAt` of `Order` has the type `time@2\?`/],
  [
    { aggregates: { Order }, entities: { Line: { of: 'Order', fields: { sku: 'text@2' } } } },
    /`sku` of `Line` says with which schema it came/,
  ],
  [
    { aggregates: { Order }, valueObjects: { Address: { fields: { city: 'text@2' } } } },
    /`city` of `Address` says with which schema it came/,
  ],
  [
    { aggregates: { Order }, valueObjects: { Order: { fields: { a: 'text' } } } },
    /`Order` is an aggregate already, and cannot be a value object too/,
  ],
  [{ aggregates: { Order: { ...Order, context: '../up' } } }, /`\.\.\/up`, the context of `Order`/],
  [{ aggregates: { Order }, events: { OrderPaid: {} } }, /does not say which aggregate.*--of Order/],
  [
    { aggregates: { Order }, entities: { Line: { of: 'Cart' } } },
    /`Cart`, which is no aggregate here\. There are Order/,
  ],
  [
    {
      aggregates: { Order, Cart: { fields: { lines: 'OrderLine[]' } } },
      entities: { OrderLine: { of: 'Order', fields: { sku: 'text' } } },
    },
    /`lines` of `Cart` has the type `OrderLine\[\]`, an entity of `Order`: only `Order` itself/,
  ],
  [
    { aggregates: { Order: { fields: { tags: 'text[]?' } } } },
    /`tags` of `Order` is a list, .*leave the `\?` away/,
  ],
  [{ aggregates: { Order: { fields: { tags: 'text?[]' } } } }, /`text\?\[\]`, which is none of/],
  [{ aggregates: { Order: { fields: { tags: 'text[][]' } } } }, /`text\[\]\[\]`, which is none of/],
  [{ aggregates: { Order: { fields: { tags: '[]' } } } }, /has the type `\[\]`, which is none of/],
  [
    { aggregates: { Order }, valueObjects: { Address: { fields: { lines: 'text[]' } } } },
    /`lines` of the value object `Address` would be a list/,
  ],
  [
    {
      aggregates: { Order },
      entities: { Line: { of: 'Order', fields: { other: 'Line' } } },
    },
    /`other` of `Line` has the type `Line`, an entity of `Order`/,
  ],
  [{ aggregates: { Order }, commands: { PayOrder: { of: 'Order' } } }, /which event it raises/],
  [
    { aggregates: { Order }, commands: { PayOrder: { of: 'Order', raises: 'Paid' } } },
    /`Paid`, which is no event of `Order`/,
  ],
  [
    {
      aggregates: { Order },
      events: { Applied: { of: 'Order' } },
      commands: { ApplyOrder: { of: 'Order', raises: 'Applied' } },
    },
    /the method `apply`, which `Order` has already/,
  ],
] as const)('%j is refused, and nothing of it is written', (options, why) => {
  expect(refused(options as Partial<Options>)).toMatch(why);
});

test('every fault is named at once', () => {
  const said = refused({ aggregates: { Order: { fields: { a: 'x', b: 'y' } }, Error: {} } });
  expect(said.match(/;/g)).toHaveLength(4);
});
