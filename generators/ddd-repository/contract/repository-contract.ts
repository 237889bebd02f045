import { ConcurrencyConflict, type QueryRepository } from '../templates/domain/kernel/repository.ts';
import { Specification, specifications } from '../templates/domain/kernel/specification.ts';
import type { RecordEvents } from '../templates/infrastructure/repository/table.ts';
import { Thing, type ThingState } from './thing.ts';

export type Repository = QueryRepository<Thing, ThingState>;
const thing = specifications<ThingState>();

/** What every repository promises, wherever it keeps things. `open` gives an empty one. */
export function repositoryContract(open: (record?: RecordEvents) => Promise<Repository>): void {
  test('finds what it saved, and says what there is not', async () => {
    const all = await open();
    const state = {
      name: 'desk',
      code: "'); drop table things; --",
      count: 3,
      weight: 0.1,
      isOn: true,
      parts: PARTS,
    };
    const saved = new Thing('one').change(state);
    await all.save(saved);
    expect(saved.uncommitted).toEqual([]);
    await all.save(saved.change({ name: null }).change({ isOn: false }));
    const found = await all.get('one');
    expect([found.version, found.originalVersion]).toEqual([3, 3]);
    expect(found.state).toEqual({ ...state, name: null, isOn: false });
    await all.save(found);
    await all.save(found.change({ parts: [...PARTS].reverse() }));
    expect((await all.get('one')).state.parts).toEqual([...PARTS].reverse());
    await all.save(found.change({ parts: [] }));
    expect((await all.get('one')).state.parts).toEqual([]);
    expect(await all.find('two')).toBeUndefined();
    await expect(all.get('two')).rejects.toThrow('There is no Thing two.');
    await all.remove(found);
    expect(await all.find('one')).toBeUndefined();
  });

  test('of those who save at once one succeeds, the others are told', async () => {
    const all = await open();
    const first = await Promise.allSettled(
      Array.from({ length: 8 }, (_, count) => all.save(new Thing('one').change({ count }))),
    );
    expect(rejections(first)).toEqual(Array(7).fill('ConcurrencyConflict'));
    const loaded = await Promise.all(Array.from({ length: 8 }, () => all.get('one')));
    const second = await Promise.allSettled(loaded.map((each, count) => all.save(each.change({ count }))));
    expect(rejections(second)).toEqual(Array(7).fill('ConcurrencyConflict'));
    const found = await all.get('one');
    expect(found.version).toBe(2);
    await expect(all.remove(Thing.stored('one', 1, found.state))).rejects.toThrow(ConcurrencyConflict);
  });

  test('pages neither repeat nor leave out, whatever is added in between', async () => {
    const all = await open();
    for (let count = 0; count < 25; count += 1) {
      await all.save(new Thing(`t${count}`).change({ count: count % 4 === 0 ? null : count % 3 }));
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await all.findBy(thing.all(), { order: [{ field: 'count' }], size: 7, after });
      seen.push(...page.items.map(({ id }) => id));
      await all.save(new Thing(`new-${seen.length}`).change({ count: 1 }));
      after = page.next;
    } while (after !== undefined);
    const old = seen.filter((id) => !id.startsWith('new'));
    expect(new Set(old).size).toBe(25);
    expect(old).toHaveLength(25);
    expect((await all.findBy(thing.all(), { size: 5_000 })).items.length).toBeLessThanOrEqual(100);
    await expect(all.findBy(thing.all(), { after: 'bm9uc2Vuc2U' })).rejects.toThrow('no place in this list');
  });

  test('counts, and tells whether there is any', async () => {
    const all = await open();
    await all.save(new Thing('one').change({ count: 1 }));
    await all.save(new Thing('two').change({ count: 2 }));
    expect(await all.countBy(thing.greaterThan('count', 1).or(thing.equals('count', 1)))).toBe(2);
    expect(await all.existsBy(thing.isOneOf('count', [3, null]))).toBe(false);
    expect(await all.existsBy(thing.isOneOf('count', []).not())).toBe(true);
  });

  test('does not compare or sort by what is kept whole', async () => {
    const all = await open();
    await all.save(new Thing('one').change({ parts: PARTS }));
    await all.save(new Thing('two').change({ parts: [] }));
    const parts = new Specification<ThingState>({
      kind: 'compare',
      field: 'parts',
      operator: 'eq',
      value: '[]',
    });
    await expect(all.findBy(parts)).rejects.toThrow();
    const order = [{ field: 'parts' as 'code' }];
    await expect(all.findBy(thing.all(), { order })).rejects.toThrow();
  });

  test('hands over the events of what it saved', async () => {
    const recorded: string[] = [];
    const all = await open(async (events) => {
      recorded.push(...events.map(({ aggregateVersion, type }) => `${type} ${aggregateVersion}`));
    });
    await all.save(new Thing('one').change({ count: 1 }).change({ count: 2 }));
    expect(recorded).toEqual(['thing.changed 1', 'thing.changed 2']);
  });
}

const PARTS = [
  { label: 'leg', count: 4 },
  { label: "'); drop table things; --", count: null },
  { label: '\u{1F600} "top"', count: 0.30000000000000004 },
];

function rejections(results: readonly PromiseSettledResult<void>[]): readonly string[] {
  return results.flatMap((each) => (each.status === 'rejected' ? [String(each.reason.name)] : []));
}
