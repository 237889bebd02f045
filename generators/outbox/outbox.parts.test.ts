import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import { describeWith, describeWithSqlite } from '../../tools/parts/parts.ts';
import { startPostgres } from '../../tools/parts/postgres.ts';
import { programs } from '../../tools/parts/program.ts';
import { openStorage } from '../event-store/contract/open-storage.ts';
import { type Dialect, places } from '../event-store/contract/places.ts';
import { toCloudEvent } from '../messaging-cloudevents/templates/messaging/envelope.ts';
import type { Storage } from '../storage-sql/templates/storage/storage.ts';
import { startReceiver } from './contract/receiver.ts';
import { MIGRATION } from './migrations.ts';
import { createOutbox, type Outbox } from './templates/outbox/outbox.ts';
import { createRelay } from './templates/outbox/relay.ts';

const bench = places(MIGRATION);
const children = programs();
afterAll(async () => {
  children.remove();
  await bench.end();
});

const SILENT = { log: { error: () => undefined } };
const RELAY = join(__dirname, 'contract/relay-forever.ts');

function happened(aggregateId: string, aggregateVersion: number): DomainEvent {
  const type = 'lamp.lit';
  const occurredAt = new Date().toISOString();
  return { id: randomUUID(), type, schemaVersion: 1, data: {}, aggregateId, aggregateVersion, occurredAt };
}

describe.each(['sqlite', 'postgres'] as const)('the outbox in %s', (dialect: Dialect) => {
  const describeIt = dialect === 'postgres' ? describeWith('initdb') : describeWithSqlite();

  async function opened(place?: string) {
    const storage = await bench.open(place ?? (await bench.fresh(dialect)));
    const outbox = createOutbox(storage, (event) =>
      toCloudEvent(event, { source: '/lamps', typePrefix: 'com.example' }),
    );
    return { storage, outbox };
  }

  describeIt('with a real database', () => {
    test('what is rolled back is never sent, what is committed is', async () => {
      const { storage, outbox } = await opened();
      const failing = storage.transaction(async () => {
        await outbox.record([happened('a', 1)]);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      await storage.transaction(() => outbox.record([happened('b', 1), happened('b', 2)]));
      const sent: unknown[] = [];
      const relay = createRelay({
        ...{ storage, outbox, pollMs: 10, maxAttempts: 3, leaseMs: 60_000, retentionMs: 0 },
        publish: async ({ subject, sequence }) => void sent.push(`${subject} ${String(sequence)}`),
        log: { error: () => undefined },
      });
      expect(await relay.drain()).toBe(2);
      expect(sent).toEqual(['b 1', 'b 2']);
      expect(await outbox.counts()).toMatchObject({ pending: 0, abandoned: 0 });
    });

    test('a message that always fails holds up its own aggregate only, and ends as a dead letter', async () => {
      const { storage, outbox } = await opened();
      const poison = happened('bad', 1);
      await outbox.record([poison, happened('bad', 2), happened('good', 1)]);
      const sent: unknown[] = [];
      let mended = false;
      const relay = createRelay({
        ...{ storage, outbox, pollMs: 10, maxAttempts: 2, leaseMs: 60_000, retentionMs: 60_000 },
        publish: async ({ id, subject, sequence }) => {
          if (id === poison.id && !mended) throw new Error('I choke on this');
          sent.push(`${subject} ${String(sequence)}`);
        },
        log: { error: () => undefined },
      });
      await relay.drain();
      expect(sent).toEqual(['good 1']);
      relay.start();
      while ((await outbox.deadLetters()).length === 0 || sent.length < 2) await wait(20);
      expect(sent).toEqual(['good 1', 'bad 2']);
      expect(await outbox.deadLetters()).toMatchObject([
        { id: poison.id, attempts: 2, error: 'I choke on this' },
      ]);
      mended = true;
      expect(await outbox.retry(poison.id)).toBe(true);
      expect(await outbox.retry('unknown')).toBe(false);
      while (sent.length < 3) await wait(20);
      await relay.stop();
      expect(relay.numbers()).toMatchObject({ delivered: 3, failed: 2 });
      expect(() => relay.check()).not.toThrow();
    });

    test('what was delivered is deleted once it is old enough, what was not stays', async () => {
      const { storage, outbox } = await opened();
      const poison = happened('bad', 1);
      await outbox.record([happened('a', 1), happened('b', 1), poison]);
      const relay = createRelay({
        ...{ storage, outbox, pollMs: 10, maxAttempts: 1, leaseMs: 60_000, retentionMs: -1_000, ...SILENT },
        publish: async ({ id }) => {
          if (id === poison.id) throw new Error('I choke on this');
        },
      });
      relay.start();
      const ids = async () => (await storage.query('select id from outbox')).map(({ id }) => id);
      while ((await ids()).length > 1) await wait(20);
      await relay.stop();
      expect(await ids()).toEqual([poison.id]);
    });

    test('a message that waits for minutes fails the check, and so does a database that is away', async () => {
      const { storage, outbox } = await opened();
      await outbox.record([happened('a', 1)]);
      await storage.execute('update outbox set recorded_at = recorded_at - 600000');
      const relay = createRelay({
        ...{ storage, outbox, pollMs: 10, maxAttempts: 100, leaseMs: 60_000, retentionMs: 0, ...SILENT },
        publish: () => Promise.reject(new Error('nobody there')),
      });
      const problem = () => {
        try {
          relay.check();
          return '';
        } catch (error) {
          return String(error);
        }
      };
      relay.start();
      while (!problem().includes('has been waiting for 60')) await wait(20);
      await storage.close();
      while (!problem().includes('not available (CLOSED)')) await wait(20);
      await relay.stop();
    });

    test('a relay that is stopped finishes the message it sends, and sends no more', async () => {
      const { storage, outbox } = await opened();
      await outbox.record([happened('a', 1), happened('a', 2), happened('a', 3)]);
      const events: string[] = [];
      let begun: () => void = () => undefined;
      const sending = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const relay = createRelay({
        ...{ storage, outbox, pollMs: 10, maxAttempts: 3, leaseMs: 60_000, retentionMs: 60_000, ...SILENT },
        publish: async ({ sequence }) => {
          begun();
          await wait(100);
          events.push(`sent ${String(sequence)}`);
        },
      });
      relay.start();
      await sending;
      await relay.stop();
      events.push('stopped');
      await wait(200);
      expect(events).toEqual(['sent 1', 'stopped']);
      expect(await outbox.counts()).toMatchObject({ pending: 2 });
      expect(await storage.query('select aggregate from outbox_leases')).toEqual([]);
    });

    // A4 of the catalogue.
    test('three relays, killed again and again: nothing lost, nothing out of order within an aggregate', async () => {
      const place = await bench.fresh(dialect);
      const receiver = await startReceiver();
      const { storage, outbox } = await opened(place);
      const relays = [0, 1, 2].map(() => children.start(RELAY, [place, receiver.url]));
      const aggregates = Array.from({ length: 10 }, (_, index) => `a${index}`);
      let kills = 0;
      for (let version = 1; version <= 40; version += 1) {
        for (const aggregate of aggregates) await outbox.record([happened(aggregate, version)]);
        if (version % 5 !== 0) continue;
        await relays[kills % 3]?.kill();
        relays[kills % 3] = children.start(RELAY, [place, receiver.url]);
        kills += 1;
      }
      while ((await outbox.counts()).pending > 0) await wait(50);
      await Promise.all(relays.map((relay) => relay.kill()));
      const highest = new Map<string, number>();
      let [outOfOrder, duplicates] = [0, 0];
      const seen = new Set<string>();
      for (const { id, subject = '', sequence } of receiver.received) {
        if (seen.has(id)) duplicates += 1;
        else if (Number(sequence) !== (highest.get(subject) ?? 0) + 1) outOfOrder += 1;
        if (!seen.has(id)) highest.set(subject, Number(sequence));
        seen.add(id);
      }
      console.log(
        `A4 ${dialect}: 400 messages, 3 relays, ${kills} kills: ${400 - seen.size} lost, ${outOfOrder} out of order, ${duplicates} twice`,
      );
      await receiver.close();
      expect(seen.size).toBe(400);
      expect(outOfOrder).toBe(0);
      expect(duplicates).toBeLessThanOrEqual(kills * 8);
      await storage.check();
    });
  });
});

describeWith('initdb')('relays of other processes', () => {
  test('are told by PostgreSQL at once, instead of looking every now and then', async () => {
    const place = await bench.fresh('postgres');
    const [writing, relaying] = [await bench.open(place), await bench.open(place)];
    let heard = 0;
    const end = relaying.listen('outbox', () => {
      heard += 1;
    });
    while (heard === 0) {
      await writing.announce('outbox');
      await wait(20);
    }
    const times = await deliveries(writing, relaying);
    end();
    const median = [...times].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    console.log(`outbox in postgres, from commit to delivery, median of ${ROUNDS}: ${median.toFixed(1)} ms`);
    expect(times).toHaveLength(ROUNDS);
  });

  test('are told again after the server was restarted', async () => {
    const server = await startPostgres();
    const [one, other] = [openStorage(server.url), openStorage(server.url)];
    let heard = 0;
    const end = one.listen('outbox', () => {
      heard += 1;
    });
    const announced = async () => {
      const before = heard;
      await other.announce('outbox').catch(() => undefined);
      await wait(50);
      return heard > before;
    };
    while (!(await announced())) await wait(20);
    await server.restart('immediate');
    while (!(await announced())) await wait(20);
    end();
    expect(await announced()).toBe(false);
    await Promise.all([one.close(), other.close()]);
    await server.stop();
  });
});

const ROUNDS = 9;

/** Milliseconds from the commit of each message to its delivery by a relay that looks by itself once an hour. */
async function deliveries(writing: Storage, relaying: Storage): Promise<readonly number[]> {
  const [outbox, other] = [writing, relaying].map((storage) =>
    createOutbox(storage, (event) => toCloudEvent(event, { source: '/lamps', typePrefix: 'com.example' })),
  ) as [Outbox, Outbox];
  let delivered: () => void = () => undefined;
  const relay = createRelay({
    ...{ storage: relaying, outbox: other, pollMs: 3_600_000, maxAttempts: 3, leaseMs: 60_000, ...SILENT },
    retentionMs: 60_000,
    publish: async () => delivered(),
  });
  relay.start();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const arrived = new Promise<void>((resolve) => {
      delivered = resolve;
    });
    const start = performance.now();
    await outbox.record([happened('a', round + 1)]);
    await arrived;
    times.push(performance.now() - start);
  }
  await relay.stop();
  return times;
}
