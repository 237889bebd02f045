import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Contributed, code } from '@joinery/kit';
import { measure, testMetrics } from './fixtures/scrape.ts';
import { OWN_NAMES } from './own-names.ts';
import { takenNames } from './taken-names.ts';
import { measureCalls } from './templates/metrics/client-metrics.ts';
import { createOverflow } from './templates/metrics/label-sets.ts';

const metric = (
  name: string,
  unit = '{message}',
  feature = 'queue',
): Contributed<'metrics.observations'> => ({
  feature,
  name,
  description: 'Something to read off',
  unit,
  kind: 'gauge',
  observe: code`() => 1`,
});

const found = (...observed: Contributed<'metrics.observations'>[]) =>
  takenNames(observed).map((refusal) => refusal.found);

test.each([
  ['process.uptime', 's', 'process.uptime'],
  ['process.uptime', 'ms', 'process.uptime'],
  ['process_uptime_seconds', '', 'process.uptime'],
  ['http.server.request.duration', 's', 'http.server.request.duration'],
  ['Process.CPU.Time', 's', 'process.cpu.time'],
  ['process.cpu.time.seconds.total', '', 'process.cpu.time'],
  ['metrics.label.overflow.total', '', 'metrics.label.overflow'],
])('%s in %j is our %s', (name, unit, own) => {
  expect(found(metric(name, unit))).toEqual([
    `the metric \`${name}\` that \`queue\` contributes cannot be told from \`${own}\`, one of its own.`,
  ]);
  expect(takenNames([metric(name, unit)])[0]?.todo).toBe(
    'Remove `queue`, or ask its author for another name.',
  );
});

test('two features whose names become one are refused, and named', () => {
  expect(found(metric('queue.age', 's'), metric('queue_age_seconds', '', 'inbox'))).toEqual([
    'the metric `queue_age_seconds` that `inbox` contributes cannot be told from `queue.age`, what `queue` contributes.',
  ]);
});

test('names that only resemble each other are free', () => {
  expect(
    found(metric('process.uptime.limit', 's'), metric('queue.depth'), metric('queue.depth.max')),
  ).toEqual([]);
});

test('every metric of ours is known, and none besides', async () => {
  const metrics = testMetrics();
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  measure(metrics, '/a');
  createOverflow(metrics.meter).add(1);
  const call = { method: 'GET', host: 'lamps.example', status: 200, error: undefined, durationMs: 1 };
  measureCalls(metrics.meter)(call);
  let text = await metrics.collect();
  // What collecting garbage took is told later.
  while (!text.includes('# TYPE v8js_gc_duration')) {
    await setTimeout(10);
    text = await metrics.collect();
  }
  await metrics.shutdown();
  const families = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name);
  const taken = takenNames(families.map((name) => metric(name, '', name)));
  expect(taken).toHaveLength(families.length);
  expect(families).toHaveLength(OWN_NAMES.length);
});
