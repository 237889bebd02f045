import { ConflictError } from '#source/domain/kernel/domain-error';
import type { DomainEvent } from '#source/domain/kernel/domain-event';

/** In which state a stream must be for events to be appended: at a version, or one of these. */
export type ExpectedVersion = number | 'no-stream' | 'exists' | 'any';

/** An event, and where it stands. */
export interface StoredEvent extends DomainEvent {
  readonly stream: string;
  /** 1 for the first event of a stream, and one more for each that follows. */
  readonly streamVersion: number;
  readonly position: Position;
}

/**
 * A place in the order of all events. It never happens that an event turns up before a place that was read up to.
 * Within a stream it is the order of versions.
 */
export interface Position {
  readonly order: number;
  readonly sequence: number;
}

export const BEGINNING: Position = { order: 0, sequence: 0 };

/** Keeps what happened, in streams, and forgets nothing. */
export interface EventStore {
  /**
   * Append events to the end of a stream, all or none, and return its version. Events that it has already (by their
   * ids) are not appended twice. Takes part in the surrounding transaction.
   * Throws WrongExpectedVersion.
   */
  append(
    stream: string,
    events: readonly DomainEvent[],
    expected: ExpectedVersion,
  ): Promise<number>;
  /** Read a stream from a version on (the first one unless told); empty when there is none. */
  read(stream: string, from?: number): Promise<readonly StoredEvent[]>;
  /** Read all events behind a place. Ones whose neighbours may still turn up are left for later. */
  readAll(after: Position, limit: number): Promise<readonly StoredEvent[]>;
  /** Be told, in this process, when something was appended. Returns what ends it. */
  onAppended(listener: () => void): () => void;
}

/** The stream is not in the state that the caller counted on: somebody else was quicker. */
export class WrongExpectedVersion extends ConflictError {
  readonly stream: string;
  readonly expected: ExpectedVersion;
  readonly actual: number;

  constructor(stream: string, expected: ExpectedVersion, actual: number) {
    super(
      'concurrency-conflict',
      `${stream} is at version ${actual}, not ${expected === 'no-stream' ? 'new' : expected === 'exists' ? 'begun' : `at ${expected}`}.`,
    );
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** An event that this version of the service cannot read. Skipping it would falsify what happened. */
export class UnknownEventError extends Error {
  constructor(type: string, schemaVersion: number, problem: string) {
    super(`The event ${type} (schema ${schemaVersion}) ${problem}.`);
    this.name = 'UnknownEventError';
  }
}
