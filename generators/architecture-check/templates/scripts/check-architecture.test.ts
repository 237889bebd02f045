import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { rulesFor } from '../../rules.ts';

const { importsIn } = jest.requireActual<{
  importsIn(text: string): readonly { specifier: string; line: number; typeOnly: boolean }[];
}>('./architecture/imports-in.mjs');

const FILES = {
  'src/domain/order/order.ts':
    "import { Money } from '../values/money.js';\nexport class Order { total = new Money(); }\n",
  'src/domain/values/money.ts': 'export class Money {}\n',
  'src/application/place-order.ts':
    "import { Order } from '@/domain/order/order';\nexport const placeOrder = () => new Order();\n",
  'src/infrastructure/orders.ts':
    "import { Pool } from 'pg';\nimport { Order } from '../domain/order/order';\nexport const orders = [Order, Pool];\n",
  'tsconfig.json':
    '{ // paths\n "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], }, } }\n',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  cpSync(__dirname, join(folder, 'scripts'), { recursive: true });
  const rules = rulesFor({ sourceRoot: 'src', platformFolder: 'src/platform' });
  write({ ...FILES, 'architecture.rules.json': JSON.stringify(rules) });
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function check(...args: readonly string[]) {
  const script = join(folder, 'scripts/check-architecture.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

test('a folder called `api` is a layer in a context only', () => {
  write({
    'src/interfaces/answer.ts': 'export const answer = 42;\n',
    'src/api/answers.ts':
      "import { answer } from '../interfaces/answer';\nexport const answers = [answer];\n",
  });
  expect(check().status).toBe(0);
  write({
    'src/contexts/lamps/api/answers.ts':
      "import { answer } from '../../../interfaces/answer';\nexport const answers = [answer];\n",
  });
  expect(check().err).toContain('src/contexts/lamps/api/answers.ts:1  api may not import');
});

test('what keeps to the rules passes, and how much was looked at is said', () => {
  expect(check()).toEqual({
    status: 0,
    out: '4 modules checked, 4 of them in a layer; 0 old violations let pass.\n',
    err: '',
  });
});

test.each([
  [
    'src/domain/order/order.ts',
    "\nimport { orders } from '../../infrastructure/orders';\n",
    'src/domain/order/order.ts:2  domain may not import infrastructure (src/infrastructure/orders.ts); allowed: domain',
  ],
  [
    'src/domain/order/order.ts',
    "import express from 'express';\n",
    'src/domain/order/order.ts:1  domain may not import the package express; packages allowed here: none',
  ],
  [
    'src/domain/order/order.ts',
    "const { readFileSync } = require('node:fs');\n",
    'packages allowed here: none',
  ],
  [
    'src/domain/order/order.ts',
    "const load = () => import('../../infrastructure/orders.js');\n",
    'domain may not import infrastructure',
  ],
  [
    'src/domain/order/order.ts',
    "export * from '../../server';\n",
    '../../server, which is not there',
  ],
  [
    'src/application/a.ts',
    "import { b } from './b'; export const a = b;\n",
    'circle: src/application/a.ts -> src/application/b.ts -> src/application/a.ts',
  ],
  [
    'src/contexts/sales/application/sell.ts',
    "import { bill } from '../../billing/domain/bill';\n",
    'src/contexts/sales/application/sell.ts:1  reaches past the door of the context billing; allowed: contexts/billing/index',
  ],
])('%s with %j fails, and says where and what is allowed', (path, text, says) => {
  write({
    [path]: text,
    'src/application/b.ts': "import { a } from './a'; export const b = a;\n",
    'src/application/a.ts': "import type { b } from './b'; export const a = 1;\n",
    'src/contexts/billing/domain/bill.ts': 'export const bill = 1;\n',
    'src/contexts/billing/index.ts': "export { bill } from './domain/bill';\n",
    ...{ [path]: text },
  });
  const { status, err } = check();
  expect([status, err]).toEqual([1, expect.stringContaining(says)]);
});

const CONTEXTS = {
  'src/contexts/sales/index.ts': "export { Offer } from './domain/offer';\n",
  'src/contexts/sales/domain/offer.ts': 'export class Offer {}\n',
  'src/contexts/billing/index.ts': "export const context = 'billing';\n",
};

test.each([
  [
    'packages of a workspace',
    { 'src/contexts/sales/package.json': '{ "name": "@depot/sales" }', 'tsconfig.json': '{}' },
  ],
  [
    'libraries of Nx, whose paths stand in what tsconfig.json extends',
    {
      'tsconfig.json': '{ "extends": "./tsconfig.own" }',
      'tsconfig.own.json': '{ "extends": ["../tsconfig.base.json"] }',
      '../tsconfig.base.json':
        '{ "compilerOptions": { "paths": { "@depot/sales": ["$/src/contexts/sales/index.ts"], "@depot/sales/*": ["$/src/contexts/sales/*"] } } }',
    },
  ],
])('contexts that are %s are known by their names', (_form, files) => {
  const place = basename(folder);
  const base = `architecture-base-${place}.json`;
  const named = Object.entries({ ...CONTEXTS, ...files }).map(
    ([path, text]) =>
      [
        path.replace('tsconfig.base.json', base),
        text.replace('tsconfig.base.json', base).replaceAll('$', place),
      ] as const,
  );
  write(Object.fromEntries(named));
  write({
    'src/contexts/billing/application/bill.ts':
      "import { Offer } from '@depot/sales';\nexport const bill = [Offer];\n",
  });
  rmSync(join(folder, 'src/application'), { recursive: true });
  expect(check()).toMatchObject({ status: 0, err: '' });
  write({
    'src/contexts/billing/domain/bill.ts':
      "import { Offer } from '@depot/sales';\nexport const bill = [Offer];\n",
    'src/contexts/billing/infrastructure/bills.ts':
      "import { Offer } from '@depot/sales/domain/offer';\nexport const bills = [Offer];\n",
  });
  const { status, err } = check();
  expect(status).toBe(1);
  expect(err).toContain(
    'src/contexts/billing/domain/bill.ts:1  domain may not import doors (src/contexts/sales/index.ts)',
  );
  expect(err).toContain(
    'src/contexts/billing/infrastructure/bills.ts:1  reaches past the door of the context sales',
  );
  rmSync(join(folder, '..', base), { force: true });
});

test('nothing to look at is a failure', () => {
  rmSync(join(folder, 'src'), { recursive: true });
  expect(check()).toMatchObject({ status: 1, err: expect.stringContaining('nothing was checked') });
});

test('old violations pass, new ones do not, and what is mended may not come back', () => {
  write({ 'src/domain/old.ts': "import 'express';\n" });
  expect(check('--baseline').status).toBe(0);
  expect(check()).toMatchObject({
    status: 0,
    out: expect.stringContaining('1 old violations let pass'),
  });
  write({ 'src/domain/new.ts': "import 'koa';\n" });
  expect(check()).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^src\/domain\/new\.ts:1 {2}[^\n]*koa[^\n]*\n$/),
  });
  check('--baseline');
  expect(JSON.parse(readFileSync(join(folder, 'architecture.baseline.json'), 'utf8'))).toEqual([
    'src/domain/old.ts -> express',
  ]);
  rmSync(join(folder, 'src/domain/new.ts'));
  write({ 'src/domain/old.ts': 'export {};\n' });
  expect(check()).toMatchObject({ status: 1, err: expect.stringContaining('is mended') });
  check('--baseline');
  expect(check().status).toBe(0);
});

test('imports are told from what only looks like them', () => {
  const text = [
    "import a, { type b } from 'one';",
    "// import x from 'no-comment'",
    "/* import x from 'no-block' */ import 'two';",
    "const s = \"import x from 'no-string'\"; const t = `import x from 'no-template' $" +
      "{require('three')} $" +
      '{{ a: `$' +
      '{1}` }}`;',
    'const r = /import x from "no-regex"[/]/g; const d = 4 / 2 / 1;',
    "import type { C } from 'four';",
    "export { c } from 'five'; export type { D } from 'six'; export * as e from 'seven';",
    "export const from = 'no-value'; export default { from: 'no-default' };",
    "thing.require('no-method'); import.meta.url; await import('eight');",
    "import legacy = require('nine');",
    "let y: import('ten').Ten;",
    'import {',
    '  many,',
    "} from 'eleven';",
  ].join('\n');
  expect(
    importsIn(text).map(({ specifier, line, typeOnly }) => [specifier, line, typeOnly]),
  ).toEqual([
    ['one', 1, false],
    ['two', 3, false],
    ['three', 4, false],
    ['four', 6, true],
    ['five', 7, false],
    ['six', 7, true],
    ['seven', 7, false],
    ['eight', 9, false],
    ['nine', 10, false],
    ['ten', 11, false],
    ['eleven', 14, false],
  ]);
});

test('a hundred modules are checked in less time than a compiler takes to start', () => {
  for (let index = 0; index < 100; index += 1)
    write({
      [`src/domain/many/m${index}.ts`]: `import { m${index + 1} } from './m${index + 1}';\nexport const m${index} = 1;\n`,
    });
  write({ 'src/domain/many/m100.ts': 'export const m100 = 1;\n' });
  expect(check()).toMatchObject({ status: 0, out: expect.stringContaining('105 modules checked') });
});
