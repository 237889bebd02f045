import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describeWith, describeWithSqlite } from '../../tools/parts/parts.ts';
import { programs } from '../../tools/parts/program.ts';
import { lit, storeIn } from '../event-store/contract/events.ts';
import { type Dialect, places } from '../event-store/contract/places.ts';
import { MIGRATION as EVENTS } from '../event-store/migrations.ts';
import type { EventStore } from '../event-store/templates/events/event-store.ts';
import type { Storage } from '../storage-sql/templates/storage/storage.ts';
import { counts } from './contract/counts.ts';
import { MIGRATION } from './migrations.ts';
import type { Projection } from './templates/projections/projection.ts';
import { createProjections } from './templates/projections/projections.ts';

const bench = places(EVENTS, MIGRATION);
const children = programs();
afterAll(async () => {
  children.remove();
  await bench.end();
});

const PROJECTOR = join(__dirname, 'contract/project-forever.ts');

describe.each(['sqlite', 'postgres'] as const)('projections in %s', (dialect: Dialect) => {
  const describeIt = dialect === 'postgres' ? describeWith('initdb') : describeWithSqlite();

  async function opened(place?: string) {
    const storage = await bench.open(place ?? (await bench.fresh(dialect)));
    const errors: string[] = [];
    const log = { error: (message: string) => void errors.push(message) };
    const events = storeIn(storage);
    const project = (projection: Projection) =>
      createProjections({ storage, events, projections: [projection], pollMs: 20, log });
    return { storage, events, errors, project };
  }

  describeIt('with a real database', () => {
    test('a view is the fold of its events, also when it is made anew while writing goes on', async () => {
      const { storage, events, project } = await opened();
      await append(events, 'a', 1, 150);
      const projections = project(counts());
      await projections.catchUp();
      expect(await view(storage)).toEqual([{ lamp: 'a', times: 150, versions: upTo(150) }]);
      const writing = append(events, 'b', 1, 60);
      await projections.rebuild('counts');
      await writing;
      await projections.catchUp();
      expect(await view(storage)).toMatchObject([{ times: 150 }, { lamp: 'b', versions: upTo(60) }]);
      const changed = project(counts(2));
      await changed.catchUp();
      expect(await view(storage)).toMatchObject([{ versions: upTo(150) }, { versions: upTo(60) }]);
      expect(changed.states()).toEqual([{ name: 'counts', state: 'current', lagSeconds: 0 }]);
      await expect(changed.rebuild('unknown')).rejects.toThrow('no projection unknown');
    });

    test('an event that it fails at stops it there, and it goes on once it is mended', async () => {
      const { storage, events, errors, project } = await opened();
      const poison = lit('a', 3);
      await append(events, 'a', 1, 2);
      await events.append('a', [poison], 2);
      await append(events, 'a', 4, 2);
      const failing = project(counts(1, poison.id));
      failing.start();
      while ((await view(storage).catch(() => [])).length === 0) await wait(20);
      expect(await view(storage)).toMatchObject([{ versions: '1 2' }]);
      while (errors.length < 2) await wait(20);
      expect(() => failing.check()).toThrow('counts: I choke on this');
      expect(failing.states()[0]?.lagSeconds).toBeGreaterThan(0);
      await failing.stop();
      const mended = project(counts());
      await mended.catchUp();
      expect(await view(storage)).toMatchObject([{ versions: upTo(5) }]);
      expect(() => mended.check()).not.toThrow();
    });

    test('killed ten times in the middle, and run twice over: the view is the fold of the stream', async () => {
      const place = await bench.fresh(dialect);
      const { storage, events } = await opened(place);
      const writing = Promise.all(['a', 'b', 'c'].map((stream) => append(events, stream, 1, 150)));
      for (let round = 0; round < 10; round += 1) {
        const version = String(round < 6 ? 1 : 2);
        const [one, other] = [0, 1].map(() => children.start(PROJECTOR, [place, version]));
        await Promise.race([one?.printed(5 + round * 3), other?.printed(5 + round * 3), wait(1_500)]);
        await Promise.all([one?.kill(), other?.kill()]);
      }
      await writing;
      const last = children.start(PROJECTOR, [place, '2']);
      while ((await view(storage)).reduce((sum, { times }) => sum + Number(times), 0) < 450) await wait(50);
      await last.kill();
      expect((await view(storage)).map(({ versions }) => versions)).toEqual(Array(3).fill(upTo(150)));
    });
  });
});

async function append(events: EventStore, stream: string, from: number, count: number): Promise<void> {
  for (let version = from; version < from + count; version += 1) {
    await events.append(stream, [lit(stream, version)], version - 1);
  }
}

function view(storage: Storage) {
  return storage.query('select lamp, times, versions from counts order by lamp');
}

function upTo(count: number): string {
  return Array.from({ length: count }, (_, index) => index + 1).join(' ');
}
