import type { StoredEvent } from '#host/events/event-store';
import type { Sql, Storage } from '#host/storage/storage';

/** A view of what happened, in a table of its own that can always be made anew from the events. */
export interface Projection {
  /** Also the name of the table: lower-case letters, digits and underscores. */
  readonly name: string;
  /**
   * Raise it whenever `create` or `handle` change: the view is then made anew. A release with a lower version leaves the
   * view alone.
   */
  readonly version: number;
  /** The statements that make the table; its name changes while the view is made anew. */
  readonly create: (table: string, dialect: Storage['dialect']) => readonly string[];
  /** Bring the view up to date with an event; part of a transaction. Ignore the types that do not matter. */
  readonly handle: (event: StoredEvent, view: View) => Promise<void>;
}

/** The table of a projection, and the connection to it. */
export interface View extends Sql {
  readonly table: string;
}

/** How a projection is doing. */
export interface ProjectionState {
  readonly name: string;
  /** `elsewhere`: another process runs it. `outdated`: a newer version of it keeps the view. */
  readonly state:
    | 'starting'
    | 'current'
    | 'behind'
    | 'rebuilding'
    | 'failing'
    | 'elsewhere'
    | 'outdated';
  /** How long ago the first event happened that the view does not know. */
  readonly lagSeconds: number;
  /** Why it is failing. */
  readonly error?: string;
}
