import { context, type Span, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { Redis as IoRedis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { describeWith } from '../../../../tools/parts/parts.ts';
import { type Postgres, startPostgres } from '../../../../tools/parts/postgres.ts';
import { type Redis, startRedis } from '../../../../tools/parts/redis.ts';
import { traceMongodb } from './trace-mongodb.ts';
import { tracePg } from './trace-pg.ts';
import { tracePublishedQueries } from './trace-published-queries.ts';

const exporter = new InMemorySpanExporter();
const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
const tracer = provider.getTracer('test');

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  tracePg(tracer);
  traceMongodb(tracer);
  tracePublishedQueries(tracer);
});
beforeEach(() => exporter.reset());

/** Do something within a request that is traced, and return what its own spans are called, with their attributes. */
async function traced(name: string, work: () => Promise<unknown>) {
  const request = tracer.startSpan(name);
  await context.with(trace.setSpan(context.active(), request), work);
  request.end();
  return childrenOf(request);
}

function childrenOf(request: Span) {
  return exporter
    .getFinishedSpans()
    .filter(({ parentSpanContext }) => parentSpanContext?.spanId === request.spanContext().spanId)
    .map(({ name, attributes, status }) => ({ name, attributes, failed: status.code === 2 }));
}

describeWith('initdb')('pg', () => {
  let postgres: Postgres;
  let pool: Pool;
  beforeAll(async () => {
    postgres = await startPostgres();
    pool = new Pool({ connectionString: postgres.url, max: 1 });
  });
  afterAll(async () => {
    await pool.end();
    await postgres.stop();
  });

  test('queries by promise and by callback are spans without their text, and failures say why', async () => {
    const spans = await traced('request', async () => {
      await pool.query('select $1::text', ['hunter2']);
      await new Promise((resolve) => pool.query({ text: 'values (1)' }, resolve));
      await pool.query("select 'hunter2' from nowhere").catch(() => undefined);
    });
    expect(spans).toMatchObject([
      {
        name: 'SELECT',
        failed: false,
        attributes: { 'db.system.name': 'postgresql', 'db.namespace': 'postgres' },
      },
      { name: 'VALUES', failed: false },
      { name: 'SELECT', failed: true, attributes: { 'error.type': '42P01' } },
    ]);
    expect(JSON.stringify(spans)).not.toContain('hunter2');
  });

  test('who waits for a connection keeps its own request', async () => {
    const names = ['one', 'two', 'three'];
    const all = await Promise.all(
      names.map((name) => traced(name, () => pool.query('select pg_sleep(0.05)'))),
    );
    expect(all.map((spans) => spans.length)).toEqual([1, 1, 1]);
  });

  test('outside of a request that is traced nothing is recorded', async () => {
    await pool.query('select 1');
    expect(exporter.getFinishedSpans()).toEqual([]);
  });
});

describeWith('redis-server')('Redis', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  test('what redis does is spans, without values', async () => {
    const client = createClient({ url: redis.url });
    await client.connect();
    const spans = await traced('request', async () => {
      await client.set('key', 'hunter2');
      await client.get('key');
      await client.sendCommand(['NONSENSE']).catch(() => undefined);
    });
    await client.close();
    expect(spans).toMatchObject([
      { name: 'SET', failed: false, attributes: { 'db.system.name': 'redis' } },
      { name: 'GET', failed: false },
      { name: 'NONSENSE', failed: true },
    ]);
    expect(JSON.stringify(spans)).not.toContain('hunter2');
  });

  test('what ioredis does is spans, without values', async () => {
    const client = new IoRedis(redis.url);
    await client.ping();
    const spans = await traced('request', async () => {
      await client.set('key', 'hunter2');
      await client.get('key');
    });
    await client.quit();
    expect(spans.map(({ name }) => name)).toEqual(['SET', 'GET']);
    expect(JSON.stringify(spans)).not.toContain('hunter2');
  });
});

test('an operation of mongodb that finds no server is a failed span of its collection', async () => {
  const client = new MongoClient('mongodb://127.0.0.1:9', { serverSelectionTimeoutMS: 50 });
  const lamps = client.db('shop').collection('lamps');
  const spans = await traced('request', async () => {
    await lamps.insertOne({ secret: 'hunter2' }).catch(() => undefined);
    await lamps
      .find()
      .toArray()
      .catch(() => undefined);
  });
  await client.close();
  expect(spans).toMatchObject([
    { name: 'insertOne lamps', failed: true, attributes: { 'db.namespace': 'shop' } },
    { name: 'find lamps', failed: true },
  ]);
  expect(JSON.stringify(spans)).not.toContain('hunter2');
});
