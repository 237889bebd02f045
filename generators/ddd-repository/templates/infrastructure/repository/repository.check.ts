import { strict as assert } from 'node:assert';
import { describe, it } from '#host/test';
import { AggregateRoot } from '#source/domain/kernel/aggregate-root';
import type { EventContext, Fact } from '#source/domain/kernel/domain-event';
import { ConcurrencyConflict } from '#source/domain/kernel/repository';
import { specifications } from '#source/domain/kernel/specification';
import { createCollectionRepository, memoryCollection } from './memory-repository.ts';
import type { Table } from './table.ts';

interface LampState {
  readonly room: string | null;
  readonly watts: number;
}

type Installed = Fact<'lamp.installed', LampState>;

class Lamp extends AggregateRoot<string, Installed> {
  state: LampState = { room: null, watts: 0 };

  static stored(id: string, version: number, state: LampState): Lamp {
    const lamp = new Lamp(id);
    lamp.state = state;
    lamp.restore(version);
    return lamp;
  }

  install(state: LampState): this {
    this.apply({ type: 'lamp.installed', schemaVersion: 1, data: state }, context);
    return this;
  }

  protected when({ data }: Installed): void {
    this.state = data;
  }
}

const context: EventContext = { now: () => new Date(0), nextId: () => 'one' };
const lamps: Table<Lamp, LampState> = {
  name: 'lamps',
  kind: 'Lamp',
  columns: { room: 'text', watts: 'integer' },
  stateOf: (lamp) => lamp.state,
  restore: Lamp.stored,
};
const lamp = specifications<LampState>();

function repository() {
  return createCollectionRepository(memoryCollection<LampState>(), lamps);
}

describe('repository', () => {
  it('saves only over what was loaded', async () => {
    const all = repository();
    await all.save(new Lamp('desk').install({ room: 'study', watts: 8 }));
    const [mine, theirs] = [await all.get('desk'), await all.get('desk')];
    await all.save(theirs.install({ room: 'study', watts: 12 }));
    await assert.rejects(all.save(mine.install({ room: 'hall', watts: 8 })), ConcurrencyConflict);
    assert.equal((await all.get('desk')).state.watts, 12);
  });

  it('finds what satisfies a specification, page by page', async () => {
    const all = repository();
    for (const [index, room] of [null, 'hall', 'study', 'hall', null].entries()) {
      await all.save(new Lamp(`lamp-${index}`).install({ room, watts: index }));
    }
    const elsewhere = lamp.equals('room', 'hall').not();
    const order = [{ field: 'room', direction: 'desc' }] as const;
    const first = await all.findBy(elsewhere, { order, size: 2 });
    const second = await all.findBy(elsewhere, { order, size: 2, after: first.next });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    assert.deepEqual(ids, ['lamp-2', 'lamp-0', 'lamp-4']);
    assert.equal(second.next, undefined);
    assert.equal(await all.countBy(lamp.atLeast('watts', 3)), 2);
  });
});
