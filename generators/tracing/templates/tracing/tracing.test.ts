import { get } from 'node:http';
import { json } from 'node:stream/consumers';
import { context, propagation, trace } from '@opentelemetry/api';
import {
  attributesOf,
  type Collector,
  type ExportedEvent,
  type ExportedSpan,
  startCollector,
} from '../../../telemetry/fixtures/collector.ts';
import { startService, type TracedService, tracingTo } from '../../fixtures/traced-service.ts';
import { exportedItems, processedItems } from '../../host/telemetry/export-counts.ts';
import { traceFetch } from './trace-fetch.ts';
import { traceHttp } from './trace-http.ts';
import type { Tracing } from './tracing.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const parent = (sampled: boolean) => `00-${TRACE}-b7ad6b7169203331-0${sampled ? 1 : 0}`;
const SERVER = 2;
const CLIENT = 3;

let collector: Collector;
let tracing: Tracing;
let service: TracedService;
/** What the service called was asked with. */
let asked: Record<string, unknown>[];
let fields: unknown;
let other: TracedService;

const instrumented: (() => void)[] = [];

beforeEach(async () => {
  collector = await startCollector();
  asked = [];
});
afterEach(async () => {
  await service.close();
  await other.close();
  await collector.close();
  trace.disable();
  context.disable();
  propagation.disable();
  jest.restoreAllMocks();
});

/** Outgoing calls are subscribed to once in a process; the tracer of the moment is what they use. */
function instruments() {
  if (instrumented.length > 0) return [];
  instrumented.push(() => undefined);
  const current: Parameters<typeof traceFetch>[0] = {
    startSpan: (...args) => tracing.tracer.startSpan(...args),
    startActiveSpan: () => {
      throw new Error('not used');
    },
  };
  return [() => traceFetch(current), () => traceHttp(current)];
}

async function start(env: Readonly<Record<string, string>> = {}, ratio = 1): Promise<void> {
  tracing = tracingTo(collector.url, env, { ratio, instruments: instruments() });
  other = await startService({ begin: () => undefined }, (request, response) => {
    asked.push(request.headers);
    if (request.url === '/cut') return void request.socket.destroy();
    response.writeHead(request.url?.startsWith('/broken') ? 500 : 200).end('{}');
  });
  service = await startService(tracing, async (request, response) => {
    const path = request.url ?? '';
    if (request.method === 'POST') await json(request);
    fields = tracing.logFields();
    if (path.startsWith('/fetch')) await (await fetch(`${other.url}/stock?secret=1`)).text();
    if (path.startsWith('/http')) await getOf(`${other.url}/broken?secret=1`);
    if (path.startsWith('/throw')) throw new RangeError('no stock');
    if (path.startsWith('/down')) await fetch(`${other.url}/cut`).catch(() => undefined);
    response.writeHead(path.startsWith('/fail') ? 503 : 200).end();
  });
}

const getOf = (url: string) =>
  new Promise((resolve) => get(url, (response) => response.resume().once('end', resolve)));

async function spans(): Promise<readonly ExportedSpan[]> {
  await tracing.shutdown();
  return [...collector.spans()].sort((a, b) => a.kind - b.kind);
}

const ask = async (path: string, headers: Record<string, string> = {}, body?: string) =>
  (
    await fetch(`${service.url}${path}`, {
      headers,
      ...(body === undefined ? {} : { method: 'POST', body }),
    })
  ).text();

test('a request is a span with its route, its outcome and no secret', async () => {
  await start();
  await ask('/orders/7?token=hunter2', { cookie: 'session=hunter2', authorization: 'hunter2' });
  const [span] = await spans();
  expect(span).toMatchObject({ name: 'GET /orders/:id', kind: SERVER, status: { code: 0 } });
  expect(span?.parentSpanId ?? '').toBe('');
  expect(attributesOf(span as ExportedSpan)).toEqual({
    'http.request.method': 'GET',
    'http.route': '/orders/:id',
    'http.response.status_code': 200,
    'network.protocol.version': '1.1',
    'server.address': '127.0.0.1',
    'url.path': '/orders/7',
    'url.scheme': 'http',
    'user_agent.original': 'node',
  });
  expect(JSON.stringify(collector.exports.map(({ body }) => String(body)))).not.toContain(
    'hunter2',
  );
});

test('what the server did wrong is an error, and probes are not traced', async () => {
  await start();
  await ask('/fail/1');
  await ask('/health/live');
  const [span, ...rest] = await spans();
  expect(span).toMatchObject({ status: { code: 2 } });
  expect(attributesOf(span as ExportedSpan)['error.type']).toBe('503');
  expect(rest).toEqual([]);
});

test('what a handler throws is an event of the span of its request', async () => {
  await start();
  await ask('/throw/1');
  const [span] = await spans();
  expect(attributesOf(span as ExportedSpan)['error.type']).toBe('RangeError');
  const [event, ...more] = span?.events ?? [];
  expect(more).toEqual([]);
  expect(event?.name).toBe('exception');
  expect(attributesOf(event as ExportedEvent)).toMatchObject({
    'exception.type': 'RangeError',
    'exception.message': 'no stock',
    'exception.stacktrace': expect.stringContaining('RangeError: no stock'),
  });
});

test.each(['fetch', 'http'])('the trace goes on through %s', async (library) => {
  await start({}, 0);
  await ask(`/${library}/1`, { traceparent: parent(true), baggage: 'tenant=7' }, '{"a":1}');
  const [server, client, ...rest] = await spans();
  expect(rest).toEqual([]);
  expect(server).toMatchObject({ traceId: TRACE, parentSpanId: 'b7ad6b7169203331', kind: SERVER });
  expect(client).toMatchObject({ traceId: TRACE, parentSpanId: server?.spanId, kind: CLIENT });
  expect(asked).toMatchObject([
    { traceparent: `00-${TRACE}-${client?.spanId}-01`, baggage: 'tenant=7' },
  ]);
  expect(fields).toEqual({ trace_id: TRACE, span_id: server?.spanId, trace_flags: '01' });
  const { 'url.full': url, ...attributes } = attributesOf(client as ExportedSpan);
  expect(url).toBe(`${other.url}${library === 'fetch' ? '/stock' : '/broken'}`);
  expect(attributes).toMatchObject({
    'http.response.status_code': library === 'fetch' ? 200 : 500,
  });
  expect(client?.status.code).toBe(library === 'fetch' ? 0 : 2);
});

test.each(['fetch', 'http'])(
  'a caller that does not trace is obeyed through %s',
  async (library) => {
    await start();
    await ask(`/${library}/1`, { traceparent: parent(false) });
    expect(await spans()).toEqual([]);
    expect(asked).toMatchObject([{ traceparent: parent(false) }]);
    expect(fields).toMatchObject({ trace_id: TRACE, trace_flags: '00' });
  },
);

test('a call that fails says why', async () => {
  await start();
  await ask('/down/1');
  const client = (await spans()).find(({ kind }) => kind === CLIENT) as ExportedSpan;
  expect(client.status.code).toBe(2);
  expect(attributesOf(client)['error.type']).toMatch(/^UND_ERR_SOCKET$/);
});

test('what is sent and what has no room is counted', async () => {
  await start({ OTEL_BSP_MAX_QUEUE_SIZE: '3', OTEL_BSP_SCHEDULE_DELAY: '60000' });
  // Three are being sent at once, three wait, and there is no room for the rest.
  for (let n = 0; n < 8; n++) tracing.tracer.startSpan('a').end();
  expect(tracing.counts).toEqual({ exported: 0, failed: 0, dropped: 2, waiting: 3 });
  expect(await spans()).toHaveLength(6);
  expect(tracing.counts).toEqual({ exported: 6, failed: 0, dropped: 2, waiting: 0 });
  expect(exportedItems(tracing.counts)).toContainEqual({ value: 6 });
  expect(processedItems(tracing.counts)).toContainEqual({
    value: 2,
    attributes: { 'error.type': 'queue_full' },
  });
});

test('a header that makes no sense is no trace', async () => {
  await start();
  await ask('/orders/1', { traceparent: '00-zero-zero-01' });
  expect(await spans()).toMatchObject([{ name: 'GET /orders/:id' }]);
});

test('the share that is traced is the one asked for, and nothing is made for the rest', async () => {
  await start({}, 0.25);
  const random = jest.spyOn(Math, 'random');
  for (const [n, drawn] of [0.1, 0.3, 0.9, 0.2].entries()) {
    random.mockReturnValue(drawn);
    await ask(`/orders/${n}`);
  }
  random.mockRestore();
  const paths = (await spans()).map((span) => attributesOf(span)['url.path']);
  expect(paths).toEqual(['/orders/0', '/orders/3']);
});

test.each([
  ['parentbased_always_on', parent(false), 0],
  ['parentbased_always_off', parent(true), 1],
  ['always_on', parent(false), 1],
  ['always_off', parent(true), 0],
  ['nonsense', parent(true), 1],
])('with the sampler %s and the header %s there are %i spans', async (sampler, traceparent, n) => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await start({ OTEL_TRACES_SAMPLER: sampler });
  await ask('/orders/1', { traceparent });
  expect(await spans()).toHaveLength(n);
  expect(written).toHaveBeenCalledTimes(sampler === 'nonsense' ? 1 : 0);
});

test.each([{ OTEL_TRACES_EXPORTER: 'none' }, { OTEL_SDK_DISABLED: 'true' }])(
  'with %p nothing is traced and the service works',
  async (env: Readonly<Record<string, string>>) => {
    await start(env);
    expect(await ask('/orders/1', { traceparent: parent(true) })).toBe('');
    expect(await spans()).toEqual([]);
  },
);

test('a collector that is down harms no request, and the queue is bounded', async () => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { url } = collector;
  await collector.close();
  process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '50';
  await start({ OTEL_BSP_MAX_QUEUE_SIZE: '10', OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '5' });
  for (let n = 0; n < 60; n++) expect(await ask(`/orders/${n}`)).toBe('');
  await tracing.shutdown();
  delete process.env.OTEL_EXPORTER_OTLP_TIMEOUT;
  const lines = written.mock.calls.map(([text]) => String(text));
  expect(lines.filter((line) => line.includes('not exported'))).toHaveLength(1);
  const { exported, failed, dropped, waiting } = tracing.counts;
  expect({ exported, all: failed + dropped, waiting }).toEqual({
    exported: 0,
    all: 60,
    waiting: 0,
  });
  collector = await startCollector(Number(new URL(url).port));
});
