import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequests, type RequestObserver } from '../../host/requests/requests.ts';
import { createLogger } from '../pino/logging/create-logger.ts';
import { createAccessLog } from './access-log.ts';
import type { FieldSource } from './logger.ts';

let server: Server;
let written: string[];

async function start(
  sources: readonly FieldSource[] = [],
  more: readonly RequestObserver[] = [],
  linesElsewhere = false,
) {
  written = [];
  const write = (line: string) => void written.push(line);
  const logger = createLogger({ service: 'lamps', level: 'trace', sources: [], write });
  const requests = createRequests([
    createAccessLog(logger, sources, { withErrors: true, linesElsewhere }),
    ...more,
  ]);
  server = createServer((request, response) => {
    const route = request.url?.startsWith('/orders') ? '/orders/:id' : undefined;
    requests.begin(
      request,
      response,
      () => route,
    )(() => {
      if (request.url?.includes('fail')) requests.fail(request, new RangeError('no stock'));
      const status = request.url?.includes('fail') ? 503 : route === undefined ? 404 : 200;
      const isProbe = request.url?.startsWith('/health') === true;
      // As routers do: what has matched is taken off.
      if (route !== undefined) request.url = request.url?.slice('/orders'.length);
      response.writeHead(isProbe ? 200 : status).end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
}

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });

async function lines(): Promise<readonly Record<string, unknown>[]> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  return written.map((line) => JSON.parse(line));
}

test('each request is one line, by its route, without its query or headers', async () => {
  await start();
  const response = await ask('/orders/7?token=hunter2', { authorization: 'hunter2' });
  await ask('/nowhere');
  await ask('/orders/fail');
  await ask('/health/live');
  const said = await lines();
  expect(said.map((line) => line['url.path'])).toEqual([
    '/orders/7',
    '/nowhere',
    '/orders/fail',
    '/health/live',
  ]);
  expect(said.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    'INFO GET /orders/:id 200',
    'INFO GET /nowhere 404',
    'ERROR GET /orders/:id 503',
    'TRACE GET /health/live 200',
  ]);
  expect(said.map(({ err }) => err)).toEqual([
    undefined,
    undefined,
    expect.objectContaining({ type: 'RangeError', message: 'no stock' }),
    undefined,
  ]);
  expect(said[0]).toMatchObject({
    'http.request.method': 'GET',
    'http.route': '/orders/:id',
    'url.path': '/orders/7',
    'http.response.status_code': 200,
    duration_ms: expect.any(Number),
    request_id: response.headers.get('x-request-id'),
  });
  expect(JSON.stringify(said)).not.toContain('hunter2');
});

test.each([
  ['abc-12345', true],
  ['short', false],
  ['a\\nb forged line', false],
])('the id %p of a caller is kept: %p', async (given, kept) => {
  await start();
  const response = await ask('/orders/1', { 'x-request-id': given });
  const [line] = await lines();
  expect(line?.request_id === given).toBe(kept);
  expect(response.headers.get('x-request-id')).toBe(line?.request_id);
});

test('what identifies the request elsewhere is on its line, too', async () => {
  const trace: RequestObserver = {
    begin: ({ fields }) => {
      fields.trace_id = 'abc';
      return { end: () => undefined };
    },
  };
  await start([() => ({ request_id: 'from-context' })], [trace]);
  const response = await ask('/orders/1');
  const [line] = await lines();
  expect(line).toMatchObject({ request_id: 'from-context', trace_id: 'abc' });
  expect(response.headers.get('x-request-id')).toBeNull();
});

test('where something else writes the line, a request gets its id and no line', async () => {
  await start([], [], true);
  const response = await ask('/orders/fail', { 'x-request-id': 'abcdef-123456' });
  expect(response.headers.get('x-request-id')).toBe('abcdef-123456');
  expect(await lines()).toEqual([]);
});
