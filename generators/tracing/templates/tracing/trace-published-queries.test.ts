import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { createConnection, createServer } from 'mysql2';
import { tracePublishedQueries } from './trace-published-queries.ts';

beforeEach(() => {
  // The other end is not quite a server.
  jest.spyOn(console, 'error').mockReturnValue();
});

test('what mysql2 does is spans, without the text of queries', async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const tracer = provider.getTracer('test');
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  tracePublishedQueries(tracer);

  const server = createServer((connection) => {
    connection.on('error', () => undefined);
    connection.serverHandshake({
      protocolVersion: 10,
      serverVersion: 'test',
      connectionId: 1,
      statusFlags: 2,
      characterSet: 8,
      capabilityFlags: 0xffffff,
    });
    connection.on('query', (sql: string) => {
      if (sql.includes('fail')) connection.writeError({ code: 1064, message: 'syntax' });
      else connection.writeOk({ affectedRows: 1 });
    });
  });
  server.listen(0);
  // biome-ignore lint/suspicious/noExplicitAny: mysql2 hides the server it listens with.
  const inner = (server as any)._server;
  if (!inner.listening) await once(inner, 'listening');
  const { port } = inner.address() as AddressInfo;
  const client = createConnection({ host: '127.0.0.1', port, user: 'app', database: 'shop' });

  const request = tracer.startSpan('request');
  await context.with(trace.setSpan(context.active(), request), async () => {
    await client.promise().query("update lamps set secret = 'hunter2'");
    await client
      .promise()
      .query('fail')
      .catch(() => undefined);
  });
  request.end();
  client.once('error', () => undefined);
  client.destroy();
  server.close(() => undefined);

  const spans = exporter.getFinishedSpans().filter(({ name }) => name !== 'request');
  expect(spans.map(({ name, status }) => `${name} ${status.code}`)).toEqual(['UPDATE 0', 'FAIL 2']);
  expect(spans[0]?.attributes).toMatchObject({ 'db.system.name': 'mysql', 'db.namespace': 'shop' });
  expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain('hunter2');
});
