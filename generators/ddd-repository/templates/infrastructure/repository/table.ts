import type { DomainEvent } from '#source/domain/kernel/domain-event';

/**
 * How a field is kept: `time` is ISO 8601 text, `integer` up to 2^53. What is `json`, such as a list, is read and written
 * whole, and no specification speaks of it.
 */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'json';

/** What a repository needs of an aggregate. */
export interface Stored {
  readonly id: string;
  readonly version: number;
  readonly originalVersion: number;
  readonly uncommitted: readonly DomainEvent[];
  markCommitted(): void;
}

/**
 * Where and how aggregates of a kind are kept: a table with `id`, `version`, and a column for each field of the state,
 * its name with underscores (`dueAt` is `due_at`).
 */
export interface Table<Aggregate extends Stored, State extends object> {
  /** `orders`. */
  readonly name: string;
  /** What an aggregate is called in messages: `Order`. */
  readonly kind: string;
  readonly columns: { readonly [Name in keyof State & string]: ColumnType };
  /** What of the aggregate is kept. */
  readonly stateOf: (aggregate: Aggregate) => State;
  /** The aggregate as it was when it was saved. */
  readonly restore: (id: string, version: number, state: State) => Aggregate;
}

/** Where the events of a saved aggregate go, in the same transaction. */
export type RecordEvents = (events: readonly DomainEvent[]) => Promise<void>;
