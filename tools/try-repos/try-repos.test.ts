import { newErrors } from './check-types.ts';
import { charactersLost, countLines, differing } from './compare-texts.ts';
import { report } from './report.ts';
import type { Trial } from './trial.ts';

const trial: Trial = {
  name: 'yard/depot',
  shape: 'Fastify 5',
  commit: 'abc1234',
  found: 'fastify 5.2.0, ESM, src/main.ts, npm',
  outcome: 'applied',
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

test('the report gives shares, and one row a repository', () => {
  const refusal = { ...trial, name: 'yard/old', outcome: 'refused', refusal: 'needs a | b' } as const;
  const text = report([trial, refusal, { ...trial, outcome: 'broken', charactersLost: 2 }]);
  expect(text).toContain('correct or refused: 2 of 3 (67 %)');
  expect(text).toContain('fully applied: 1 of 3 (33 %)');
  expect(text).toContain('lost: 2');
  expect(text).toContain(
    '| yard/depot @ abc1234 | Fastify 5 | fastify 5.2.0, ESM, src/main.ts, npm | applied | +3 ~1 | 0 | 2 errors |',
  );
  expect(text).toContain('refused: needs a \\| b');
});
