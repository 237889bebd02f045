import { newErrors } from './check-types.ts';
import { charactersLost, countLines, differing } from './compare-texts.ts';
import { familiesOf } from './families.ts';
import { report } from './report.ts';
import { latest, type Trial } from './trial.ts';

const trial: Trial = {
  name: 'yard/depot',
  shape: 'Fastify 5',
  commit: 'abc1234',
  found: 'fastify 5.2.0, ESM, src/main.ts, npm',
  family: 'basic',
  outcome: 'applied',
  features: ['health', 'metrics'],
  leftOut: ['`slo`: Because it needs more.'],
  edited: ['src/main.ts'],
  created: 9,
  lines: { inserted: 3, touched: 1 },
  charactersLost: 0,
  types: { before: '2 errors', after: '2 errors', holds: true },
  again: [],
  removed: [],
  notes: [],
  seconds: 4,
};

test('a wrapped call touches a line and loses no character', () => {
  const before = 'app.listen(3000);\n';
  const after = "import { supervise } from './x';\nsupervise(app.listen(3000));\n";
  expect(countLines(before, after)).toEqual({ inserted: 2, touched: 1 });
  expect(charactersLost(before, after)).toBe(0);
  expect(charactersLost(before, 'app.listen();\n')).toBe(4);
});

test('an error that moved down is not new', () => {
  const before = ['src/a.ts(1,2): error TS1: x'];
  expect(newErrors(before, ['src/a.ts(9,2): error TS1: x', 'src/b.ts(1,1): error TS1: x'])).toEqual([
    'src/b.ts(1,1): error TS1: x',
  ]);
});

test('files that come, go or change differ', () => {
  const before = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
  ]);
  expect(
    differing(
      before,
      new Map([
        ['a', '1'],
        ['b', '2'],
        ['d', '1'],
      ]),
    ),
  ).toEqual(['b', 'c', 'd']);
});

test('the report gives sums and one row a repository, family by family', () => {
  const refusal = { ...trial, name: 'yard/old', outcome: 'refused', refusal: 'needs a | b' } as const;
  const broken = {
    ...trial,
    name: 'yard/new',
    outcome: 'broken',
    charactersLost: 2,
    again: ['a.ts'],
  } as const;
  const text = report([trial, refusal, broken, { ...trial, family: 'domain' }]);
  expect(text).toContain('3 services: 1 applied, 0 without anything to apply, 1 refused, 1 broken.');
  expect(text).toContain('lost: 2');
  expect(text).toContain(
    '| yard/depot @ abc1234 | Fastify 5 | applied | 2 without `slo` | +3 ~1 | 0 | 2 errors | – | – |',
  );
  expect(text).toContain('| broken; again changes a.ts |');
  expect(text).toContain('refused: needs a \\| b');
  expect(text.indexOf('### `basic`')).toBeLessThan(text.indexOf('### `domain`'));
});

test('a run names families, features at a tier, or neither for all families', () => {
  expect(familiesOf(undefined, undefined, 'basic').map(({ name }) => name)).toEqual([
    'basic',
    'operations',
    'domain',
  ]);
  expect(familiesOf('basic', 'health,slo', 'advanced').map(({ steps }) => steps)).toEqual([
    [['add', '--tier', 'basic']],
    [['add', 'health', 'slo', '--tier', 'advanced']],
  ]);
  expect(() => familiesOf('basics', undefined, 'basic')).toThrow('families are basic');
});

test('a service that is tried again is told once, as it was last', () => {
  const again = { ...trial, outcome: 'broken' } as const;
  const other = { ...trial, family: 'domain' };
  expect(latest([trial, other, again])).toEqual([again, other]);
});
