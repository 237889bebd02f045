import { AggregateRoot } from '#source/domain/kernel/aggregate-root';
import type { EventContext, Fact } from '#source/domain/kernel/domain-event';
import type { Table } from '../templates/infrastructure/repository/table.ts';

export interface ThingState {
  readonly name: string | null;
  readonly code: string;
  readonly count: number | null;
  readonly weight: number | null;
  readonly isOn: boolean | null;
  readonly parts: readonly Part[];
}

/** What a thing consists of: kept with it, in its order. */
export interface Part {
  readonly label: string;
  readonly count: number | null;
}

type Changed = Fact<'thing.changed', ThingState>;

const context: EventContext = { now: () => new Date(0), nextId: () => crypto.randomUUID() };

export class Thing extends AggregateRoot<string, Changed> {
  state: ThingState = { name: null, code: '', count: null, weight: null, isOn: null, parts: [] };

  static stored(id: string, version: number, state: ThingState): Thing {
    const thing = new Thing(id);
    thing.state = state;
    thing.restore(version);
    return thing;
  }

  change(state: Partial<ThingState>): this {
    const data = { ...this.state, ...state };
    this.apply({ type: 'thing.changed', schemaVersion: 1, data }, context);
    return this;
  }

  protected when({ data }: Changed): void {
    this.state = data;
  }
}

export const things: Table<Thing, ThingState> = {
  name: 'things',
  kind: 'Thing',
  columns: {
    name: 'text',
    code: 'text',
    count: 'integer',
    weight: 'number',
    isOn: 'boolean',
    parts: 'json',
  },
  stateOf: (thing) => thing.state,
  restore: Thing.stored,
};

export const THINGS_SQL = {
  sqlite:
    'create table things (id text primary key, version integer not null, name text, code text not null, count integer, weight real, is_on integer, parts text not null)',
  postgres:
    'create table things (id text primary key, version integer not null, name text, code text not null, count bigint, weight double precision, is_on boolean, parts jsonb not null)',
};
