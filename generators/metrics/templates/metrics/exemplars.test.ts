import type { IncomingMessage } from 'node:http';
import { testTelemetry } from '../../fixtures/scrape.ts';
import { createExemplars } from './exemplars.ts';
import { createMetrics } from './metrics.ts';

const OPEN = 'application/openmetrics-text;version=1.0.0,text/plain;q=0.5';
const TRACE = '0af7651916cd43dd8448eb211c80319c';

const metrics = createMetrics(testTelemetry(), {
  maxRoutes: 5,
  observe: [],
  exemplars: createExemplars(),
});
afterAll(() => metrics.shutdown());

function measure(durationMs: number, traceId?: string, flags = '01'): void {
  const request = { method: 'GET', socket: {} } as IncomingMessage;
  const fields = traceId === undefined ? {} : { trace_id: traceId, trace_flags: flags };
  const following = metrics.http.begin({ request, probe: false, fields });
  following?.end({ route: '/a\\"b', status: 200, durationMs });
}

const bucketsOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/_bucket\{.*le="([^"]+)"\} (\d+.*)$/gm)].map(([, le = '', rest]) => [
      le,
      rest,
    ]),
  );

test('the last traced request of a bucket is shown beside it, and no other', async () => {
  measure(30);
  measure(30, 'f'.repeat(32));
  measure(40, TRACE);
  measure(700, 'e'.repeat(32), '00');
  measure(20_000, TRACE);
  const { type, text } = await metrics.answer(OPEN);
  expect(type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  const traced = Object.entries(bucketsOf(text)).filter(([, rest]) => rest?.includes('#'));
  expect(traced).toEqual([
    ['0.05', expect.stringMatching(`^3 # {trace_id="${TRACE}"} 0.04 1[0-9.]+$`)],
    ['+Inf', expect.stringMatching(`^5 # {trace_id="${TRACE}"} 20 1[0-9.]+$`)],
  ]);
});

test('what asks for OpenMetrics gets it as it is defined, and others what they know', async () => {
  metrics.meter.createCounter('orders.placed', { unit: 's', description: 'A total' }).add(1);
  const { text } = await metrics.answer(OPEN);
  expect(text).toMatch(/^# TYPE orders_placed_seconds counter\norders_placed_seconds_total 1$/m);
  expect(text).toMatch(/^# UNIT orders_placed_seconds seconds$/m);
  expect(text).not.toMatch(/^$(?!\n?$)|^# (?:HELP|TYPE|UNIT) \S+_total /m);
  expect(Object.keys(bucketsOf(text))).toEqual(expect.arrayContaining(['1.0', '10.0', '2.5']));
  expect(text.endsWith('\n# EOF\n')).toBe(true);
  const plain = await metrics.answer('text/plain');
  expect(plain.type).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(plain.text).toBe(await metrics.collect());
  expect(plain.text).not.toContain('trace_id');
});
