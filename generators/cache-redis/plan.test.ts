import type { PlanContext, Statement } from '@joinery/kit';
import plan from './plan.ts';

type Context = PlanContext<{ readonly timeoutMs: number }>;

function said(has: (name: string) => boolean): readonly Statement[] {
  const host = { service: { name: 'lamps' }, tests: { suffix: 'spec' } };
  const context = {
    host,
    framework: 'express',
    tier: 'advanced',
    options: { timeoutMs: 30 },
    has,
    inputs: {},
    parsed: {},
  };
  return plan.statements(context as unknown as Context);
}

const paths = (statements: readonly Statement[]) =>
  statements.flatMap((one) => (one.kind === 'document' ? [one.path] : []));

test('a cache to develop with stands in the stack, or in a file of its own', () => {
  expect(paths(said(() => false))).toEqual(['compose.cache.yaml']);
  const inStack = said((name) => name === 'observability-stack');
  expect(paths(inStack)).toEqual([]);
  expect(inStack).toContainEqual(expect.objectContaining({ slot: 'compose.services' }));
});

test('the time limit is the option’s, and the check never makes the service unready', () => {
  const statements = said(() => false);
  const variable = { name: 'CACHE_TIMEOUT_MS', default: 30 };
  expect(statements).toContainEqual(expect.objectContaining({ value: expect.objectContaining(variable) }));
  const check = { name: 'cache', critical: false };
  expect(statements).toContainEqual(
    expect.objectContaining({ slot: 'health.checks', value: expect.objectContaining(check) }),
  );
});
