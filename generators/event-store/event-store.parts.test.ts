import { join } from 'node:path';
import fc from 'fast-check';
import { describeWith, describeWithSqlite } from '../../tools/parts/parts.ts';
import { programs } from '../../tools/parts/program.ts';
import { lit, storeIn } from './contract/events.ts';
import { type Dialect, places } from './contract/places.ts';
import { MIGRATION } from './migrations.ts';
import {
  BEGINNING,
  type EventStore,
  type ExpectedVersion,
  type Position,
} from './templates/events/event-store.ts';
import { createSnapshots } from './templates/events/snapshots.ts';
import { createSqlEventStore } from './templates/events/sql-event-store.ts';

const bench = places(MIGRATION);
const children = programs();
afterAll(async () => {
  children.remove();
  await bench.end();
});

const APPENDER = join(__dirname, 'contract/append-forever.ts');

describe.each(['sqlite', 'postgres'] as const)('the event store in %s', (dialect: Dialect) => {
  const describeIt = dialect === 'postgres' ? describeWith('initdb') : describeWithSqlite();
  const fresh = async () => storeIn(await bench.open(await bench.fresh(dialect)));

  describeIt('with a real database', () => {
    // A1 of the catalogue.
    test.each<[ExpectedVersion, boolean, boolean]>([
      ['no-stream', true, false],
      ['exists', false, true],
      ['any', true, true],
      [0, true, false],
      [2, false, true],
      [1, false, false],
      [3, false, false],
    ])('expecting %s: a new stream %s, one with two events %s', async (expected, onNew, onOld) => {
      const store = await fresh();
      await store.append('old', [lit('old', 1), lit('old', 2)], 'no-stream');
      const outcome = (stream: string) =>
        store.append(stream, [lit(stream, 3)], expected).then(
          () => true,
          (error: Error) => error.name !== 'WrongExpectedVersion' && error.name,
        );
      expect([await outcome('new'), await outcome('old')]).toEqual([onNew, onOld]);
      expect(await store.read('old')).toHaveLength(onOld ? 3 : 2);
    });

    test('of 20 that append at one version exactly one wins, and all 20 that take any', async () => {
      const store = await fresh();
      const race = (expected: ExpectedVersion) =>
        Promise.allSettled(Array.from({ length: 20 }, () => store.append('one', [lit('one', 1)], expected)));
      const won = (await race('no-stream')).filter(({ status }) => status === 'fulfilled');
      expect(won).toHaveLength(1);
      expect((await race(1)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await race('any')).filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
      expect((await store.read('one')).map(({ streamVersion }) => streamVersion)).toEqual(numbers(22));
    });

    test('events that are there already are not appended twice', async () => {
      const store = await fresh();
      const events = [lit('one', 1), lit('one', 2)];
      expect(await store.append('one', events, 'no-stream')).toBe(2);
      expect(await store.append('one', events, 'no-stream')).toBe(2);
      expect(await store.append('one', events, 'any')).toBe(2);
      await store.append('one', [lit('one', 3)], 2);
      expect(await store.append('one', events, 0)).toBe(2);
      const mixed = [events[1] ?? lit('one', 2), lit('one', 4)];
      await expect(store.append('one', mixed, 3)).rejects.toThrow('one is at version 3');
      expect(await store.read('one')).toHaveLength(3);
    });

    test('a refusal leaves the surrounding transaction usable, a rollback leaves nothing', async () => {
      const storage = await bench.open(await bench.fresh(dialect));
      const store = storeIn(storage);
      await storage.transaction(async () => {
        await store.append('one', [lit('one', 1)], 'no-stream');
        await expect(store.append('one', [lit('one', 1)], 'no-stream')).rejects.toThrow('not new');
        await store.append('two', [lit('two', 1)], 'any');
      });
      const undone = storage.transaction(async () => {
        await store.append('one', [lit('one', 2)], 1);
        throw new Error('changed my mind');
      });
      await expect(undone).rejects.toThrow('changed my mind');
      expect(await store.read('one')).toHaveLength(1);
      expect(await store.read('two')).toMatchObject([{ data: { watts: 8 }, actor: 'ada', streamVersion: 1 }]);
    });

    test('old events come back in the schema of today, unknown ones are an error', async () => {
      const storage = await bench.open(await bench.fresh(dialect));
      const before = createSqlEventStore({ storage, types: new Map([['lamp.lit', { schemaVersion: 1 }]]) });
      await before.append('one', [{ ...lit('one', 1), schemaVersion: 1 }], 'any');
      const [event] = await storeIn(storage).read('one');
      expect(event).toMatchObject({ schemaVersion: 2, data: { watts: 8, colour: 'warm' } });
      const ignorant = createSqlEventStore({ storage, types: new Map() });
      await expect(ignorant.read('one')).rejects.toThrow('lamp.lit (schema 1) is of no known type');
      await expect(ignorant.append('one', [lit('one', 2)], 1)).rejects.toThrow('no known type');
    });

    test('a snapshot counts only for the code that wrote it', async () => {
      const snapshots = createSnapshots(await bench.open(await bench.fresh(dialect)));
      await snapshots.save('one', 'a', { version: 3, state: { watts: 8 } });
      await snapshots.save('one', 'a', { version: 5, state: { watts: 9 } });
      expect(await snapshots.load('one', 'a')).toEqual({ version: 5, state: { watts: 9 } });
      expect(await snapshots.load('one', 'b')).toBeUndefined();
    });

    test('10,000 events are read in one go', async () => {
      const store = await fresh();
      const events = numbers(10_000).map((version) => lit('long', version));
      expect(await store.append('long', events, 'no-stream')).toBe(10_000);
      const start = performance.now();
      expect(await store.read('long')).toHaveLength(10_000);
      console.log(`${dialect}: 10,000 events read in ${Math.round(performance.now() - start)} ms`);
    });

    test('killed again and again while it appends: nothing acknowledged is lost, nothing is torn', async () => {
      const place = await bench.fresh(dialect);
      const streams = ['a', 'b', 'c', 'd'];
      const acknowledged = new Map<string, number>();
      let total = 0;
      for (let round = 0; round < 6; round += 1) {
        const child = children.start(APPENDER, [place, ...streams]);
        await child.printed(20 + round * 23);
        await child.kill();
        total += child.lines.length;
        for (const line of child.lines) {
          const [stream = '', version = ''] = line.split(' ');
          acknowledged.set(stream, Number(version));
        }
      }
      const store = storeIn(await bench.open(place));
      for (const stream of streams) {
        const events = await store.read(stream);
        expect(events.map(({ streamVersion }) => streamVersion)).toEqual(numbers(events.length));
        expect(events.length % 3).toBe(0);
        expect(events.length).toBeGreaterThanOrEqual(acknowledged.get(stream) ?? 0);
      }
      console.log(`${dialect}: ${total} appends acknowledged before 6 kills, none lost, none torn`);
    });

    test('a model of streams agrees after random appends', async () => {
      const stream = fc.constantFrom('a', 'b', 'c');
      const expected = fc.constantFrom<ExpectedVersion>('any', 'exists', 'no-stream', 0, 1, 2, 3, 4);
      const command = fc.tuple(stream, expected, fc.integer({ min: 1, max: 3 }));
      await fc.assert(
        fc.asyncProperty(fc.array(command, { maxLength: 15 }), async (commands) => {
          const store = await fresh();
          const model = new Map<string, number>();
          for (const [name, wanted, count] of commands) {
            const actual = model.get(name) ?? 0;
            const fits =
              wanted === 'any' ||
              wanted === actual ||
              (wanted === 'exists' ? actual > 0 : wanted === 'no-stream' && actual === 0);
            const events = numbers(count).map((next) => lit(name, actual + next));
            const result = await store.append(name, events, wanted).catch(() => 'refused');
            expect(result).toBe(fits ? actual + count : 'refused');
            if (fits) model.set(name, actual + count);
          }
          const all = await everything(store);
          expect(all).toHaveLength([...model.values()].reduce((sum, each) => sum + each, 0));
        }),
        { numRuns: dialect === 'sqlite' ? 30 : 8 },
      );
    });
  });
});

describeWith('initdb')('reading everything from PostgreSQL', () => {
  test('loses nothing while eight writers commit out of order (A2)', async () => {
    const storage = await bench.open(await bench.fresh('postgres'));
    const store = storeIn(storage);
    let writing = 8;
    const writer = async (name: string) => {
      for (const version of numbers(75)) {
        await storage.transaction(async () => {
          await store.append(`${name}-${version % 5}`, [lit(name, version)], 'any');
          await storage.query('select pg_sleep(random() * 0.01)');
        });
      }
      writing -= 1;
    };
    const writers = Promise.all(numbers(8).map((each) => writer(`w${each}`)));
    const [seen, naive] = [new Set<string>(), new Set<string>()];
    let [after, highest]: [Position, number] = [BEGINNING, 0];
    const follow = async () => {
      for (const event of await store.readAll(after, 50)) {
        seen.add(event.id);
        after = event.position;
      }
      const rows = await storage.query(
        'select id, position from events where position > $1 order by position',
        [highest],
      );
      for (const { id, position } of rows) {
        naive.add(String(id));
        highest = Number(position);
      }
    };
    while (writing > 0) await follow();
    await writers;
    for (let rest = 0; rest < 20; rest += 1) await follow();
    console.log(`A2: of 600 events ${600 - seen.size} lost; by sequence alone ${600 - naive.size} lost`);
    expect(seen.size).toBe(600);
  });

  test('keeps the order of a stream even if an older transaction appends the later event', async () => {
    const storage = await bench.open(await bench.fresh('postgres'));
    const store = storeIn(storage);
    let appended: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      appended = resolve;
    });
    let begun: () => void = () => undefined;
    const beginning = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const older = storage.transaction(async () => {
      await store.append('other', [lit('other', 1)], 'any');
      begun();
      await first;
      await store.append('one', [lit('one', 2)], 1);
    });
    await beginning;
    await store.append('one', [lit('one', 1)], 'no-stream');
    appended();
    await older;
    const one = (await everything(store)).filter(({ stream }) => stream === 'one');
    expect(one.map(({ streamVersion }) => streamVersion)).toEqual([1, 2]);
  });
});

async function everything(store: EventStore) {
  const all = [];
  let after: Position = BEGINNING;
  for (;;) {
    const batch = await store.readAll(after, 7);
    all.push(...batch);
    const last = batch.at(-1);
    if (last === undefined) return all;
    after = last.position;
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
