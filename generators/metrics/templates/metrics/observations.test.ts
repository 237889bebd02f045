import { testMetrics } from '../../fixtures/scrape.ts';
import { type MetricDescription, type Observe, observeAll } from './observations.ts';

const gauge: MetricDescription = {
  description: 'Messages waiting',
  unit: '{message}',
  kind: 'gauge',
};

type Observed = Readonly<Record<string, MetricDescription & { readonly observe: Observe }>>;

async function collected(observed: Observed): Promise<string> {
  const metrics = testMetrics();
  const readings = Object.entries(observed).map(([name, { observe }]) => [name, observe] as const);
  observeAll(metrics.meter, observed, Object.fromEntries(readings));
  const text = await metrics.collect();
  await metrics.shutdown();
  return text;
}

test('each kind of observation goes by the name that a collector gives it too', async () => {
  const text = await collected({
    'queue.depth': { ...gauge, observe: () => 3 },
    'jobs.done': { ...gauge, kind: 'counter', observe: () => 7 },
    'pool.used': { ...gauge, kind: 'up-down-counter', observe: () => 2 },
    'health.check.duration': {
      ...gauge,
      unit: 's',
      observe: () => [{ value: 0.5, attributes: { check: 'db' } }],
    },
  });
  expect(text).toMatch(/^queue_depth 3$/m);
  expect(text).toMatch(/^# TYPE jobs_done_total counter\njobs_done_total 7$/m);
  expect(text).toMatch(/^pool_used 2$/m);
  expect(text).toMatch(/^health_check_duration_seconds\{check="db"\} 0.5$/m);
});

test('one that throws or reads no number harms no other', async () => {
  const broken = () => {
    throw new Error('not connected');
  };
  const text = await collected({
    broken: { ...gauge, observe: broken },
    'queue.depth': { ...gauge, observe: () => 3 },
    nothing: { ...gauge, observe: () => Number.NaN },
  });
  expect(text).toMatch(/^queue_depth 3$/m);
  expect(text).not.toMatch(/^(broken|nothing)/m);
});

test('readings are bounded for the life of the process', async () => {
  const metrics = testMetrics();
  let reads = 0;
  const observe = () =>
    Array.from({ length: 1_500 }, () => ({ value: 1, attributes: { id: String(reads++) } }));
  observeAll(metrics.meter, { 'queue.depth': gauge }, { 'queue.depth': observe });
  await metrics.collect();
  await metrics.collect();
  const text = await metrics.collect();
  await metrics.shutdown();
  expect(text.match(/^queue_depth\{/gm)).toHaveLength(2_000);
  expect(text).toMatch(/^metrics_label_overflow_total\{metric="queue.depth",label="\*"\} \d+$/m);
});
