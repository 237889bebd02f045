import type { Field } from './fields/field-type.ts';
import { kebab } from './fields/names.ts';

/** An amount of money, which every domain may use without saying what it is. */
export const MONEY = 'Money';

export interface ValueObject {
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface Entity {
  readonly name: string;
  readonly fields: readonly Field[];
}

export interface DomainEvent {
  readonly name: string;
  /** `order.paid`. */
  readonly type: string;
  readonly fields: readonly Field[];
}

export interface Command {
  readonly name: string;
  /** `pay` of `PayOrder`. */
  readonly method: string;
  readonly raises: DomainEvent;
}

export interface Aggregate {
  readonly name: string;
  /** Below the folder of the service's sources: `domain/order`. */
  readonly folder: string;
  readonly fields: readonly Field[];
  readonly entities: readonly Entity[];
  readonly events: readonly DomainEvent[];
  readonly commands: readonly Command[];
}

/** The schema in which an event with these fields is written. */
export function schemaVersion(fields: readonly Field[]): number {
  return Math.max(1, ...fields.map(({ since = 1 }) => since));
}

/** Every event of an aggregate: that it was created, which tells of all its fields, and those of its own. */
export function allEvents({ name, fields, events }: Aggregate): readonly DomainEvent[] {
  return [{ name: `${name}Created`, type: `${kebab(name)}.created`, fields }, ...events];
}

/** Everything that is to be written, checked. */
export interface Model {
  readonly aggregates: readonly Aggregate[];
  readonly valueObjects: readonly ValueObject[];
  /** Whether the amount of money that comes with this feature is used. */
  readonly usesMoney: boolean;
}
