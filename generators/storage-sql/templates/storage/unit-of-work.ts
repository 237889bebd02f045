import { AsyncLocalStorage } from 'node:async_hooks';
import type { Sql } from './storage.ts';

/** A connection on which a transaction has begun; nobody else uses it. */
export interface Connection extends Sql {
  /** Give it back; `broken` when the transaction could not be ended. */
  release(broken: boolean): void;
}

/** The transaction, or part of one, that a piece of asynchronous work belongs to. */
interface Unit {
  readonly connection: Connection;
  readonly depth: number;
  readonly committed: (() => void)[];
  open: boolean;
  /** Transactions inside this one run one after the other: savepoints are a stack. */
  last: Promise<unknown>;
}

/** How transactions ended so far. */
export interface UnitCounts {
  commits: number;
  rollbacks: number;
}

/** Carries the transaction along with the work, so that nobody hands a connection around. */
export interface UnitOfWork {
  /** The connection of the surrounding transaction. Throws when that one has ended without waiting for the caller. */
  current(): Connection | undefined;
  run<T>(begin: () => Promise<Connection>, work: () => Promise<T>): Promise<T>;
  afterCommit(run: () => void): void;
}

export function createUnitOfWork(counts: UnitCounts): UnitOfWork {
  const units = new AsyncLocalStorage<Unit>();

  function current(): Unit | undefined {
    const unit = units.getStore();
    if (unit !== undefined && !unit.open) throw new LateWorkError();
    return unit;
  }

  async function whole<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    const unit: Unit = { connection, depth: 0, committed: [], open: true, last: Promise.resolve() };
    const result = await attempt(unit, work, 'commit', 'rollback');
    units.exit(() => {
      for (const run of unit.committed) run();
    });
    return result;
  }

  async function part<T>(outer: Unit, work: () => Promise<T>): Promise<T> {
    const { connection, committed } = outer;
    const depth = outer.depth + 1;
    const unit: Unit = { connection, depth, committed: [], open: true, last: Promise.resolve() };
    await connection.execute(`savepoint part_${depth}`);
    const undo = `rollback to savepoint part_${depth}`;
    const result = await attempt(unit, work, `release savepoint part_${depth}`, undo);
    committed.push(...unit.committed);
    return result;
  }

  async function attempt<T>(
    unit: Unit,
    work: () => Promise<T>,
    commit: string,
    rollback: string,
  ): Promise<T> {
    const { connection } = unit;
    const isWhole = unit.depth === 0;
    let broken = false;
    try {
      const result = await units.run(unit, work);
      unit.open = false;
      await connection.execute(commit);
      if (isWhole) counts.commits += 1;
      return result;
    } catch (error) {
      unit.open = false;
      if (isWhole) counts.rollbacks += 1;
      await connection.execute(rollback).catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      if (isWhole) connection.release(broken);
    }
  }

  return {
    current: () => current()?.connection,
    run: async (begin, work) => {
      const outer = current();
      if (outer === undefined) return whole(await begin(), work);
      const turn = outer.last.then(() => part(outer, work));
      outer.last = turn.catch(() => undefined);
      return turn;
    },
    afterCommit: (run) => {
      const unit = current();
      if (unit === undefined) run();
      else unit.committed.push(run);
    },
  };
}

/** Something was started in a transaction, and the transaction did not wait for it. */
export class LateWorkError extends Error {
  constructor() {
    super('This work belongs to a transaction that has ended. Await it inside the transaction.');
    this.name = 'LateWorkError';
  }
}
