import { NotFoundError } from '#source/domain/kernel/domain-error';
import type { DomainEvent } from '#source/domain/kernel/domain-event';
import type { EventStore } from './event-store.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';

/** What of an aggregate is needed to keep it as its events. */
export interface SourcedAggregate {
  readonly id: string;
  readonly version: number;
  readonly originalVersion: number;
  readonly uncommitted: readonly DomainEvent[];
  markCommitted(): void;
}

/** How aggregates of a kind come back from their events. */
export interface EventSourced<Aggregate extends SourcedAggregate> {
  /** What an aggregate is called in messages and streams: `Order` and `Order-1`. */
  readonly kind: string;
  /** The aggregate after a snapshot, if there is one, and the events since. */
  readonly revive: (id: string, history: readonly DomainEvent[], snapshot?: Snapshot) => Aggregate;
  readonly snapshots?: SnapshotPolicy<Aggregate>;
}

export interface SnapshotPolicy<Aggregate> {
  readonly store: Snapshots;
  /** How many events apart. */
  readonly every: number;
  /** Change it whenever the state changes its shape: older snapshots are not used any more. */
  readonly codeVersion: string;
  readonly stateOf: (aggregate: Aggregate) => unknown;
}

export interface EventSourcedRepository<Aggregate> {
  /** Throws NotFoundError. */
  get(id: string): Promise<Aggregate>;
  find(id: string): Promise<Aggregate | undefined>;
  /** Throws WrongExpectedVersion when somebody else has saved it since it was loaded. */
  save(aggregate: Aggregate): Promise<void>;
}

/** Keep aggregates as the events that happened to them. */
export function createEventSourcedRepository<Aggregate extends SourcedAggregate>(
  events: EventStore,
  { kind, revive, snapshots }: EventSourced<Aggregate>,
): EventSourcedRepository<Aggregate> {
  const streamOf = (id: string) => `${kind}-${id}`;

  async function find(id: string): Promise<Aggregate | undefined> {
    const stream = streamOf(id);
    const snapshot = await snapshots?.store.load(stream, snapshots.codeVersion);
    const history = await events.read(stream, (snapshot?.version ?? 0) + 1);
    if (snapshot !== undefined) return revive(id, history, snapshot);
    return history.length === 0 ? undefined : revive(id, history);
  }

  return {
    find,
    get: async (id) => {
      const aggregate = await find(id);
      if (aggregate !== undefined) return aggregate;
      throw new NotFoundError('not-found', `There is no ${kind} ${id}.`);
    },
    save: async (aggregate) => {
      const { id, version, originalVersion, uncommitted } = aggregate;
      if (uncommitted.length === 0) return;
      const stream = streamOf(id);
      await events.append(
        stream,
        uncommitted,
        originalVersion === 0 ? 'no-stream' : originalVersion,
      );
      aggregate.markCommitted();
      if (snapshots !== undefined && crosses(originalVersion, version, snapshots.every)) {
        const state = snapshots.stateOf(aggregate);
        await snapshots.store.save(stream, snapshots.codeVersion, { version, state });
      }
    },
  };
}

function crosses(before: number, after: number, every: number): boolean {
  return Math.floor(before / every) !== Math.floor(after / every);
}
