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
    const unit = unitOn(connection, 0);
    let broken = true;
    try {
      const result = await attempt(unit, () => units.run(unit, work), 'commit', 'rollback');
      broken = false;
      counts.commits += 1;
      units.exit(() => {
        for (const run of unit.committed) run();
      });
      return result;
    } catch (error) {
      counts.rollbacks += 1;
      broken = error instanceof BrokenConnection;
      throw error instanceof BrokenConnection ? error.reason : error;
    } finally {
      connection.release(broken);
    }
  }

  async function part<T>({ connection, committed, depth }: Unit, work: () => Promise<T>) {
    const unit = unitOn(connection, depth + 1);
    const name = `part_${unit.depth}`;
    await connection.execute(`savepoint ${name}`);
    const inside = () => units.run(unit, work);
    const result = await attempt(
      unit,
      inside,
      `release savepoint ${name}`,
      `rollback to savepoint ${name}`,
    );
    committed.push(...unit.committed);
    return result;
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

function unitOn(connection: Connection, depth: number): Unit {
  return { connection, depth, committed: [], open: true, last: Promise.resolve() };
}

/** Nobody may use the connection again; `reason` is what went wrong first. */
class BrokenConnection extends Error {
  readonly reason: unknown;

  constructor(reason: unknown) {
    super('The transaction could not be rolled back.');
    this.reason = reason;
  }
}

async function attempt<T>(
  unit: Unit,
  work: () => Promise<T>,
  commit: string,
  rollback: string,
): Promise<T> {
  const { connection } = unit;
  try {
    const result = await work();
    unit.open = false;
    await connection.execute(commit);
    return result;
  } catch (error) {
    unit.open = false;
    await connection.execute(rollback).catch(() => {
      throw new BrokenConnection(error);
    });
    throw error;
  }
}

/** Something was started in a transaction, and the transaction did not wait for it. */
export class LateWorkError extends Error {
  constructor() {
    super('This work belongs to a transaction that has ended. Await it inside the transaction.');
    this.name = 'LateWorkError';
  }
}
