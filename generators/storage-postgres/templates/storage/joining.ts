import type { Pool, PoolClient } from 'pg';

/** By pool: the client on which a transaction of the storage has begun around the caller. */
const lenders = new WeakMap<Pool, () => PoolClient | undefined>();

/** Let statements over a pool take part in the transactions of the storage. */
export function lendTransactions(pool: Pool, current: () => PoolClient | undefined): void {
  lenders.set(pool, current);
}

/**
 * A pool whose statements take part in the storage's transaction, where there is one around the caller; elsewhere it is
 * the pool itself. Give it to what makes queries, and keep the pool for the storage.
 *
 * @example export const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: joining(pool) }) });
 * @example export const db = drizzle(joining(pool));
 */
export function joining(pool: Pool): Pool {
  return new Proxy(pool, {
    get: (target, key) => {
      const client = key === 'query' || key === 'connect' ? lenders.get(pool)?.() : undefined;
      if (client !== undefined) return key === 'query' ? bound(client, key) : connecting(client);
      return bound(target, key);
    },
  });
}

/** Pools can be asked for a client in two ways. */
function connecting(client: PoolClient) {
  return (done?: (error: undefined, client: PoolClient, release: () => void) => void) => {
    const lent = lentClient(client);
    if (done === undefined) return Promise.resolve(lent);
    return done(undefined, lent, () => undefined);
  };
}

/** The client of a transaction, for somebody who takes it for one of their own: what they begin is a part of it. */
function lentClient(client: PoolClient): PoolClient {
  const open: string[] = [];
  const query = (first: unknown, ...rest: readonly unknown[]): unknown => {
    const text = textOf(first);
    const own = text === undefined ? undefined : partOf(text, open);
    if (own === undefined || text === undefined) return ask(client, [first, ...rest]);
    const asked = typeof first === 'string' ? own : Object.assign({}, first, { text: own });
    return ask(client, [asked, ...rest]);
  };
  return new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query;
      return key === 'release' ? () => undefined : bound(target, key);
    },
  });
}

let parts = 0;

/** A transaction within another one is a savepoint; `undefined` for any other statement. */
function partOf(text: string, open: string[]): string | undefined {
  if (/^\s*(?:begin|start\s+transaction)\b/i.test(text)) {
    parts += 1;
    open.push(`joined_${parts}`);
    return `savepoint joined_${parts}`;
  }
  if (/^\s*(?:commit|end)\b/i.test(text)) return `release savepoint ${open.pop()}`;
  return /^\s*rollback\s*;?\s*$/i.test(text) ? `rollback to savepoint ${open.pop()}` : undefined;
}

function textOf(query: unknown): string | undefined {
  if (typeof query === 'string') return query;
  const text: unknown = typeof query === 'object' && query !== null && Reflect.get(query, 'text');
  return typeof text === 'string' ? text : undefined;
}

function ask(client: PoolClient, words: readonly unknown[]): unknown {
  return Reflect.apply(client.query, client, words);
}

/** A method that keeps its owner: pools and clients hold what is theirs in fields that a proxy has not. */
function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === 'function' ? value.bind(target) : value;
}
