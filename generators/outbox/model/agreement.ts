import { setTimeout as wait } from 'node:timers/promises';
import type { Storage } from '../../storage-sql/templates/storage/storage.ts';
import type { Played } from './crew.ts';
import type { Fate } from './steps.ts';

/** What must be true of the database once everything that was asked for is done. */
export async function expectAgreement(
  storage: Storage,
  played: readonly Played[],
  release: number,
): Promise<void> {
  const wrong = played.filter(
    ({ command, answer }) => answer !== (command.kind === 'stale' ? 'refused' : 'done'),
  );
  expect(wrong).toEqual([]);
  const kept = played.filter(({ command: { kind } }) => kind === 'append' || kind === 'append-twice');
  const streams = await streamsOf(storage);
  const appended = kept.flatMap(({ number, command }) =>
    command.fates.map((_, index) => `${number}-${index}`),
  );
  // Nothing lost, nothing twice, nothing of what was rolled back or refused.
  expect([...streams.values()].flatMap((rows) => rows.map(({ id }) => id)).sort()).toEqual(appended.sort());
  for (const rows of streams.values()) {
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
    expectOrder(rows, kept);
  }
  await expectDelivery(storage, streams);
  // Replicas of older releases still run: they must leave the view of the newest one alone.
  await eventually(() => expectRelease(storage, release));
}

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly fate: Fate;
}

type Streams = ReadonlyMap<string, readonly Stored[]>;

async function streamsOf(storage: Storage): Promise<Streams> {
  const streams = new Map<string, Stored[]>();
  for (const row of await storage.query(
    'select id, stream, version, data from events order by stream, version',
  )) {
    const { id, stream, version, data } = row;
    const { fate } = JSON.parse(String(data));
    const rows = streams.get(String(stream)) ?? [];
    streams.set(String(stream), rows);
    rows.push({ id: String(id), version: Number(version), fate });
  }
  return streams;
}

/** The events of a command stand together, and behind those of commands that were done when it was sent. */
function expectOrder(rows: readonly Stored[], kept: readonly Played[]): void {
  const places = new Map(rows.map(({ id }, index) => [id, index]));
  const here = kept.filter(({ number }) => places.has(`${number}-0`));
  const first = ({ number }: Played) => places.get(`${number}-0`) ?? -1;
  for (const one of here) {
    const together = one.command.fates.map((_, index) => places.get(`${one.number}-${index}`));
    expect(together).toEqual(together.map((_, index) => first(one) + index));
    for (const other of here) {
      if (other.doneAt < one.sentAt) expect(first(other)).toBeLessThan(first(one));
    }
  }
}

/** Every message was applied once, in order; poison became a dead letter and nothing else did; the view is the fold. */
async function expectDelivery(storage: Storage, streams: Streams): Promise<void> {
  const healthy = new Map<string, string>();
  const all = new Map<string, string>();
  for (const [stream, rows] of streams) {
    all.set(stream, rows.map(({ version }) => version).join(' '));
    const good = rows.filter(({ fate }) => fate !== 'poison').map(({ version }) => version);
    if (good.length > 0) healthy.set(stream, good.join(' '));
  }
  const poison = [...streams.values()].flat().filter(({ fate }) => fate === 'poison');
  await eventually(async () => {
    const pending = await storage.query(
      'select id from outbox where delivered_at is null and abandoned_at is null',
    );
    expect(pending).toEqual([]);
    expect(await table(storage, 'view')).toEqual(all);
  });
  const dead = await storage.query('select id from outbox where abandoned_at is not null');
  expect(dead.map(({ id }) => String(id)).sort()).toEqual(poison.map(({ id }) => id).sort());
  expect(await table(storage, 'applied')).toEqual(healthy);
}

async function expectRelease(storage: Storage, release: number): Promise<void> {
  for (let look = 0; look < 12; look += 1) {
    const rows = await storage.query('select distinct release from view');
    expect(rows.map((row) => row.release).filter((each) => each !== release)).toEqual([]);
    await wait(20);
  }
}

async function table(storage: Storage, name: string): Promise<ReadonlyMap<string, string>> {
  const rows = await storage.query(`select lamp, versions from ${name}`);
  return new Map(rows.map(({ lamp, versions }) => [String(lamp), String(versions)]));
}

/** Until it holds, for five minutes; then whatever does not hold is told. */
async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 300_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await wait(25);
  }
}
