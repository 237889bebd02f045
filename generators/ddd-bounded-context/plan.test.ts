import type { Profile, Statement } from '@joinery/kit';
import type { Options } from './options.ts';
import plan from './plan.ts';

function statements(options: Partial<Options>): readonly Statement[] {
  return plan.statements({
    host: { sourceRoot: 'src', tests: { suffix: 'test' } } as Profile,
    options: { form: 'auto', contexts: {}, relations: {}, moves: {}, ...options },
  } as Parameters<typeof plan.statements>[0]);
}

const pathsOf = (said: readonly Statement[]) =>
  said.flatMap((one) => (one.kind === 'document' ? [one.path] : one.kind === 'file' ? [one.to] : []));

test('a context has a door, and a relation its mapper on the side of whoever hears', () => {
  const contexts = { sales: {}, 'order-taking': {} };
  const relations = { 'sales-to-orders': { upstream: 'sales', downstream: 'order-taking' } };
  expect(pathsOf(statements({ contexts, relations }))).toEqual([
    'contexts/sales/index.ts',
    'src/contexts/sales/README.md',
    'contexts/order-taking/index.ts',
    'src/contexts/order-taking/README.md',
    'src/contexts/CONTEXT-MAP.md',
    'contexts/order-taking/infrastructure/from-sales.ts',
    'contexts/order-taking/infrastructure/from-sales.test.ts',
  ]);
  const conforming = { x: { upstream: 'sales', downstream: 'order-taking', kind: 'conformist' } };
  expect(pathsOf(statements({ contexts, relations: conforming })).join()).not.toContain('from-sales');
});

test.each([
  [{ contexts: { '../up': {} } }, /`\.\.\/up` is no name for a context/],
  [{ contexts: { Sales: {} } }, /write it like/],
  [
    { contexts: { sales: {} }, relations: { x: { upstream: 'sales', downstream: 'billing' } } },
    /`billing`, which is no context here \(sales\)/,
  ],
  [{ contexts: { sales: {} }, relations: { x: { upstream: 'sales', downstream: 'sales' } } }, /to itself/],
  [
    { contexts: { a: {}, b: {} }, relations: { x: { upstream: 'a', downstream: 'b', kind: 'friends' } } },
    /`friends`, which is none of anti-corruption/,
  ],
  [
    { contexts: { a: {}, b: {} }, relations: { x: { upstream: 'a', downstream: 'b', events: ["it's"] } } },
    /no type of an event/,
  ],
  [
    {
      contexts: { a: {}, b: {} },
      relations: { x: { upstream: 'a', downstream: 'b' }, y: { upstream: 'a', downstream: 'b' } },
    },
    /`x` and `y` both relate `a to b`/,
  ],
  [{ contexts: { a: {} }, moves: { x: { context: 'a' } } }, /does not say what to move/],
  [{ contexts: { a: {} }, moves: { x: { context: 'a', file: 'x.ts', layer: 'ui' } } }, /none of domain/],
  [{ contexts: { a: {} }, moves: { x: { context: 'b', file: 'x.ts' } } }, /no context here \(a\)/],
] as const)('%j is refused', (options, why) => {
  const said = statements(options as Partial<Options>);
  expect(said).toMatchObject([{ kind: 'refusal', found: expect.stringMatching(why) }]);
});
