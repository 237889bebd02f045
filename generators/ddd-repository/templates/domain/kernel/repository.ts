import { ConflictError } from '#source/domain/kernel/domain-error';
import type { Direction } from './condition.ts';
import type { Field, Specification } from './specification.ts';

/** Keeps aggregates as if they all were in memory. */
export interface Repository<Aggregate> {
  /** Throws NotFoundError. */
  get(id: string): Promise<Aggregate>;
  find(id: string): Promise<Aggregate | undefined>;
  /** Throws ConcurrencyConflict when somebody else has saved it since it was loaded. */
  save(aggregate: Aggregate): Promise<void>;
  /** Throws ConcurrencyConflict as `save` does. */
  remove(aggregate: Aggregate): Promise<void>;
}

/** Also finds aggregates by what is true of their state. */
export interface QueryRepository<Aggregate, State extends object> extends Repository<Aggregate> {
  findBy(specification: Specification<State>, how?: FindHow<State>): Promise<Page<Aggregate>>;
  countBy(specification: Specification<State>): Promise<number>;
  existsBy(specification: Specification<State>): Promise<boolean>;
}

export interface FindHow<State extends object> {
  /** Equal ones are ordered by their ids. */
  readonly order?: readonly Order<State>[];
  /** 100 at most, 20 unless told. */
  readonly size?: number;
  /** The `next` of the page before, with the same order. Throws InvalidError for any other text. */
  readonly after?: string | undefined;
}

export interface Order<State extends object> {
  readonly field: Field<State>;
  readonly direction?: Direction;
}

/** A part of a list. It neither repeats nor leaves out what was there all along, however the list changes meanwhile. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: string;
}

/** Somebody else was quicker. Load it again, and decide again. */
export class ConcurrencyConflict extends ConflictError {
  constructor(kind: string, id: string) {
    super('concurrency-conflict', `${kind} ${id} was changed by someone else in the meantime.`);
  }
}
