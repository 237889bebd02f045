import { type Condition, holds } from '#source/domain/kernel/condition';
import { NotFoundError } from '#source/domain/kernel/domain-error';
import {
  afterCursor,
  comparing,
  pageOf,
  pageSize,
  type Sorting,
  sortingOf,
} from '#source/domain/kernel/paging';
import { ConcurrencyConflict, type QueryRepository } from '#source/domain/kernel/repository';
import { fieldValue, type Specification } from '#source/domain/kernel/specification';
import type { RecordEvents, Stored, Table } from './table.ts';

/** An aggregate's state as it is kept. */
export interface Document<State extends object> {
  readonly version: number;
  readonly state: State;
}

/** Where documents of one kind are kept; `change` is done whole or not at all, one after the other. */
export interface Collection<State extends object> {
  all(): Promise<ReadonlyMap<string, Document<State>>>;
  change(
    work: (documents: ReadonlyMap<string, Document<State>>) => ReadonlyMap<string, Document<State>>,
  ): Promise<void>;
}

/** Documents that are gone with the process: for tests. */
export function memoryCollection<State extends object>(): Collection<State> {
  let documents: ReadonlyMap<string, Document<State>> = new Map();
  return {
    all: async () => documents,
    change: async (work) => {
      documents = work(documents);
    },
  };
}

/** Keep aggregates in a collection of documents. */
export function createCollectionRepository<Aggregate extends Stored, State extends object>(
  collection: Collection<State>,
  table: Table<Aggregate, State>,
  record: RecordEvents = async () => undefined,
): QueryRepository<Aggregate, State> {
  const { kind, restore, stateOf } = table;
  type Entry = readonly [id: string, document: Document<State>];
  const fieldOf = ([id, { state }]: Entry, name: string) =>
    name === 'id' ? id : fieldValue(state, name);
  const revived = ([id, { version, state }]: Entry) => restore(id, version, state);

  async function matching(
    specification: Specification<State>,
    more: Condition = ALL,
  ): Promise<readonly Entry[]> {
    const condition: Condition = { kind: 'and', conditions: [specification.condition, more] };
    const entries = [...(await collection.all())];
    return entries.filter((entry) => holds(condition, (name) => fieldOf(entry, name)));
  }

  async function find(id: string): Promise<Aggregate | undefined> {
    const document = (await collection.all()).get(id);
    return document === undefined ? undefined : revived([id, document]);
  }

  function replace(
    { id, originalVersion }: Aggregate,
    document: Document<State> | undefined,
  ): Promise<void> {
    return collection.change((documents) => {
      if ((documents.get(id)?.version ?? 0) !== originalVersion)
        throw new ConcurrencyConflict(kind, id);
      const next = new Map(documents);
      if (document === undefined) next.delete(id);
      else next.set(id, document);
      return next;
    });
  }

  return {
    find,
    get: async (id) => {
      const aggregate = await find(id);
      if (aggregate !== undefined) return aggregate;
      throw new NotFoundError('not-found', `There is no ${kind} ${id}.`);
    },
    save: async (aggregate) => {
      const { version, originalVersion, uncommitted } = aggregate;
      if (uncommitted.length === 0 && version === originalVersion) return;
      await replace(aggregate, { version, state: stateOf(aggregate) });
      await record(uncommitted);
      aggregate.markCommitted();
    },
    remove: (aggregate) => replace(aggregate, undefined),
    findBy: async (specification, { order, size, after } = {}) => {
      const sorting = sortingOf(order);
      const entries = await matching(specification, start(sorting, after));
      const sorted = [...entries].sort(comparing(sorting, fieldOf));
      const page = pageOf(sorted, pageSize(size), sorting, fieldOf);
      return { ...page, items: page.items.map(revived) };
    },
    countBy: async (specification) => (await matching(specification)).length,
    existsBy: async (specification) => (await matching(specification)).length > 0,
  };
}

const ALL: Condition = { kind: 'and', conditions: [] };

function start(sorting: Sorting, after: string | undefined): Condition {
  return after === undefined ? ALL : afterCursor(sorting, after);
}
