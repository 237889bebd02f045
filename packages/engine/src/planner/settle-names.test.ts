import { type Contributed, code } from '@joinery/kit';
import { settleNames } from './settle-names.ts';

const observation = (feature: string, unit = '1'): Contributed<'metrics.observations'> => ({
  feature,
  name: 'queue.depth',
  description: 'Messages waiting',
  unit,
  kind: 'gauge',
  observe: code`() => depth()`,
});

test('what two features contribute in the same words is there once', () => {
  expect(settleNames('metrics.observations', [observation('a'), observation('b')])).toEqual([
    observation('a'),
  ]);
});

test('one name for two metrics is a problem that names both features', () => {
  const both = [observation('a'), observation('b', 's')];
  expect(() => settleNames('metrics.observations', both)).toThrow(
    '`a` and `b` both contribute `queue.depth` to `metrics.observations`',
  );
});

test('in other slots a name is only for sorting', () => {
  const step = (feature: string, run: string) => ({
    feature,
    name: 'flush',
    stage: 'flush' as const,
    run: code`${run}`,
  });
  const both = [step('a', '() => one()'), step('b', '() => two()')];
  expect(settleNames('process.shutdown', both)).toEqual(both);
});
