import { Counter, collectDefaultMetrics, register } from 'prom-client';
import { testTelemetry } from '../../fixtures/scrape.ts';
import { createExemplars } from './exemplars.ts';
import { hostMetrics } from './host-registry.ts';
import { createMetrics } from './metrics.ts';
import { observeProcess } from './process-metrics.ts';

const metrics = createMetrics(testTelemetry(), {
  maxRoutes: 5,
  observe: [observeProcess],
  exemplars: createExemplars(),
  also: hostMetrics,
});
beforeAll(() => {
  collectDefaultMetrics();
  new Counter({ name: 'orders_total', help: 'Orders', labelNames: ['kind'] }).inc(
    { kind: 'web' },
    3,
  );
  new Counter({ name: 'letters', help: 'Letters' }).inc();
});
afterAll(() => metrics.shutdown());
afterEach(() => setType(TEXT));

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';
/** The default registry is typed for one format only. */
const setType = (type: string): void => Reflect.apply(register.setContentType, register, [type]);

const families = (text: string) => [...text.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);

test('what the service measures with prom-client stands in the same scrape, nothing twice', async () => {
  const text = await metrics.collect();
  expect(text).toMatch(/^orders_total\{kind="web"\} 3$/m);
  expect(families(await register.metrics())).toContain('process_start_time_seconds');
  expect(families(text)).toEqual([...new Set(families(text))]);
  expect(text).not.toMatch(/^\n/m);
});

test('as OpenMetrics, counters are what they are there', async () => {
  const { text } = await metrics.answer('application/openmetrics-text');
  expect(text).toMatch(/^# TYPE orders counter\norders_total\{kind="web"\} 3$/m);
  expect(text).toMatch(/^# TYPE letters unknown\nletters 1$/m);
});

test('a registry that cannot be read, or is of another format, costs only what is in it', async () => {
  setType('application/openmetrics-text; version=1.0.0; charset=utf-8');
  expect(families(await metrics.collect())).not.toContain('orders_total');
  setType(TEXT);
  const broken = jest.spyOn(register, 'metrics').mockRejectedValueOnce(new Error('not connected'));
  const text = await metrics.collect();
  broken.mockRestore();
  expect(families(text)).toContain('process_uptime_seconds');
  expect(() => metrics.check()).toThrow('1 instruments could not be collected');
});
