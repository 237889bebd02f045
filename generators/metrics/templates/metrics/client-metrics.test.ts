import { once } from 'node:events';
import { createServer, get, request as send } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { testTelemetry, urlOf } from '../../fixtures/scrape.ts';
import { measureCalls, observeClient } from './client-metrics.ts';
import { createMetrics } from './metrics.ts';

const metrics = createMetrics(testTelemetry(), { maxRoutes: 5, observe: [observeClient] });
const other = createServer((request, response) => {
  if (request.url === '/cut') return void request.socket.destroy();
  response.writeHead(request.url === '/broken' ? 503 : 200).end('{}');
});
beforeAll(() => once(other.listen(0), 'listening'));
afterAll(async () => {
  other.close();
  other.closeAllConnections();
  await metrics.shutdown();
});

/** `GET 127.0.0.1 200 -` → how often. */
async function counts(): Promise<Readonly<Record<string, number>>> {
  const text = await metrics.collect();
  const lines = [...text.matchAll(/^http_client_request_duration_seconds_count\{(.*)\} (\d+)$/gm)];
  const names = [
    'http_request_method',
    'server_address',
    'http_response_status_code',
    'error_type',
  ];
  return Object.fromEntries(
    lines.map(([, labels = '', count]) => {
      const values = names.map((name) => new RegExp(`${name}="([^"]*)"`).exec(labels)?.[1] ?? '-');
      return [values.join(' '), Number(count)];
    }),
  );
}

const viaHttp = (path: string, headers = {}) =>
  new Promise<void>((resolve) => {
    const request = get(urlOf(other, path), { headers, agent: false }, (response) =>
      response.resume(),
    );
    request.once('error', () => undefined).once('close', () => resolve());
  });
const viaFetch = async (path: string) => {
  await fetch(urlOf(other, path)).then(
    (response) => response.text(),
    () => undefined,
  );
};

test.each([
  ['fetch', viaFetch, 'UND_ERR_SOCKET'],
  ['node:http', viaHttp, 'ECONNRESET'],
])('calls with %s are measured once, by how they end', async (_name, call, cut) => {
  const before = await counts();
  for (const path of ['/', '/', '/broken', '/cut']) await call(path);
  const risen = async () =>
    Object.fromEntries(
      Object.entries(await counts())
        .map(([key, count]) => [key, count - (before[key] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    );
  while (Object.keys(await risen()).length < 3) await wait(5);
  // Time for a call that is measured twice.
  await wait(20);
  expect(await risen()).toEqual({
    'GET 127.0.0.1 200 -': 2,
    'GET 127.0.0.1 503 503': 1,
    [`GET 127.0.0.1 - ${cut}`]: 1,
  });
});

test('a call that never gets a connection is measured, too, and harms nothing', async () => {
  const request = send({ host: '127.0.0.1', port: 1, path: '/' }).end();
  const [error] = await once(request, 'error');
  expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  while (!('GET 127.0.0.1 - ECONNREFUSED' in (await counts()))) await wait(5);
  expect(await counts()).toMatchObject({ 'GET 127.0.0.1 - ECONNREFUSED': 1 });
});

test('what telemetry itself sends is not', async () => {
  const before = await counts();
  await viaHttp('/', { 'user-agent': 'OTel-OTLP-Exporter-JavaScript/0.301.0' });
  await wait(20);
  expect(await counts()).toEqual(before);
});

test('hosts are bounded for the life of the process, and no call is lost', async () => {
  const measure = measureCalls(metrics.meter);
  for (let host = 0; host < 200; host++) {
    const call = { method: 'GET', host: `h${host}.example`, status: 204, error: undefined };
    measure({ ...call, durationMs: 1 });
  }
  const all = Object.entries(await counts()).filter(([key]) => key.endsWith(' 204 -'));
  expect(all).toHaveLength(51);
  expect(all.find(([key]) => key === 'GET _other 204 -')?.[1]).toBe(150);
});
