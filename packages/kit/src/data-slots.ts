import type { Code } from './code.ts';
import type { Json } from './json.ts';

/** A step of the database's schema, written by the storage in its own dialect and applied once, in order of `name`. */
export interface Migration {
  /** `0100_event_store`: what requires other tables stands after them. Never renamed once released. */
  readonly name: string;
  /** SQL per dialect; a storage that finds none of its own refuses the feature. */
  readonly sql: { readonly sqlite?: string; readonly postgres?: string };
}

/** A container that the service needs while it is developed. */
export interface ComposeService {
  readonly name: string;
  /** The service's entry in the compose file. */
  readonly service: { readonly [key: string]: Json };
  /** Names of volumes it mounts. */
  readonly volumes?: readonly string[];
}

/** A decision that a feature takes for the service, to be kept as an architecture decision record. */
export interface DecisionRecord {
  /** Part of the file's name: `event-store`. */
  readonly name: string;
  readonly title: string;
  readonly context: string;
  readonly decision: string;
  readonly consequences: string;
}

/** A table that aggregates of one kind are kept in; the repository writes its migrations. */
export interface DomainTable {
  /** The same as `table`. */
  readonly name: string;
  /** `orders`: lower case with underscores. */
  readonly table: string;
  /** Beside `id` and `version`. Once released a column is never renamed, and its type never changed. */
  readonly columns: readonly {
    /** `due_at`. */
    readonly name: string;
    /** `time` is kept as ISO 8601 text, `list` and `object` as JSON. */
    readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'time' | 'list' | 'object';
    /** May be null; else rows that are there already get an empty value. */
    readonly optional?: boolean;
  }[];
}

/** A type of events that the service records, so that it can be read again. */
export interface EventType {
  /** `order.placed`. */
  readonly name: string;
  /** Goes up when the shape of the data changes. */
  readonly schemaVersion: number;
  /** An object of functions, each from an older schema to the next: `{ 1: (data) => … }`. People may write it instead. */
  readonly upcast?: Code;
}
