/** Something that happened, in the words of the domain, before anybody has recorded it. */
export interface Fact<Type extends string = string, Data = unknown> {
  /** `order.placed`: the aggregate, and what happened to it. */
  readonly type: Type;
  /** Goes up when the shape of `data` changes. */
  readonly schemaVersion: number;
  /** Survives JSON: text, numbers, lists and plain objects. */
  readonly data: Data;
}

/** Where an event comes from. */
export interface Origin {
  /** The same for everything that one request set off. */
  readonly correlationId?: string;
  /** The event or command that led to this event. */
  readonly causationId?: string;
  /** Who did it. */
  readonly actor?: string;
}

/** What is known of every event. */
export interface Envelope extends Origin {
  /** UUID of version 7. */
  readonly id: string;
  readonly aggregateId: string;
  /** 1 for the first event of an aggregate, and one more for each that follows. */
  readonly aggregateVersion: number;
  /** ISO 8601 in UTC. */
  readonly occurredAt: string;
}

/** A fact that an aggregate has recorded. */
export type DomainEvent<F extends Fact = Fact> = F & Envelope;

/** What the domain asks of the world around it, so that it needs neither a clock nor chance of its own. */
export interface EventContext extends Origin {
  readonly now: () => Date;
  /** A new id, greater than those before. */
  readonly nextId: () => string;
}

/** Record a fact about an aggregate. */
export function recordFact<F extends Fact>(
  fact: F,
  aggregate: Pick<Envelope, 'aggregateId' | 'aggregateVersion'>,
  { now, nextId, ...origin }: EventContext,
): DomainEvent<F> {
  return { ...fact, ...origin, ...aggregate, id: nextId(), occurredAt: now().toISOString() };
}
