import type { EventStore, StoredEvent } from '#host/events/event-store';
import type { Storage } from '#host/storage/storage';
import { beginning, type Checkpoint, type Checkpoints } from './checkpoints.ts';
import type { Projection } from './projection.ts';

export interface ProjectingOptions {
  readonly storage: Storage;
  readonly events: EventStore;
  readonly checkpoints: Checkpoints;
}

/** What a step came to; `first` is the first event that it handled. */
export type Step =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'handled'; readonly count: number; readonly first: StoredEvent };

/** Names of what is made while a view is made anew. */
const nextKey = (name: string) => `${name} (next)`;

/**
 * Which table to bring up to date: the one that serves, or the one that takes its place. `outdated`: a newer version of
 * the projection keeps the view, as when releases run side by side.
 */
export type Which = 'live' | 'next' | 'elsewhere' | 'outdated';

/** See to it that the projection has a table, or is getting a new one; `anew` whatever is there. */
export async function prepare(
  { storage, checkpoints }: ProjectingOptions,
  projection: Projection,
  anew: boolean,
): Promise<Which> {
  const { name, version } = projection;
  return storage.transaction(async () => {
    if (!(await checkpoints.enter(name))) return 'elsewhere';
    const live = await checkpoints.load(name);
    if (live === undefined) {
      await create(storage, projection, name);
      await checkpoints.save(name, beginning(name, version));
      return 'live';
    }
    const next = await checkpoints.load(nextKey(name));
    if (next?.version === version) return 'next';
    if (!anew) {
      if (live.version === version) return 'live';
      if (Math.max(live.version, next?.version ?? 0) > version) return 'outdated';
    }
    if (next !== undefined) await storage.execute(`drop table "${next.table}"`);
    const table = `${name}_${Date.now().toString(36)}`;
    await create(storage, projection, table);
    await checkpoints.save(nextKey(name), beginning(table, version));
    return 'next';
  });
}

async function create(storage: Storage, { create }: Projection, table: string): Promise<void> {
  for (const statement of create(table, storage.dialect)) await storage.execute(statement);
}

/** Handle the next events; checkpoint and view change together. */
export async function step(
  { storage, events, checkpoints }: ProjectingOptions,
  projection: Projection,
  which: 'live' | 'next',
  limit: number,
): Promise<Step> {
  const { name } = projection;
  const key = which === 'live' ? name : nextKey(name);
  return storage.transaction(async (): Promise<Step> => {
    if (!(await checkpoints.enter(name))) return { kind: 'elsewhere' };
    const checkpoint = await checkpoints.load(key);
    // Another release has made the view in the meantime.
    if (checkpoint?.version !== projection.version) return { kind: 'elsewhere' };
    const batch = await events.readAll(checkpoint.position, limit);
    const [first] = batch;
    if (first === undefined) {
      if (which === 'next') await replace(storage, checkpoints, name, checkpoint);
      return { kind: 'caught-up' };
    }
    const { table } = checkpoint;
    const view = { query: storage.query, execute: storage.execute, table };
    let position = checkpoint.position;
    for (const event of batch) {
      await projection.handle(event, view);
      position = event.position;
    }
    await checkpoints.save(key, { ...checkpoint, position });
    return { kind: 'handled', count: batch.length, first };
  });
}

/** The new table takes the place of the old one. */
async function replace(
  storage: Storage,
  checkpoints: Checkpoints,
  name: string,
  next: Checkpoint,
): Promise<void> {
  await storage.execute(`drop table "${name}"`);
  await storage.execute(`alter table "${next.table}" rename to "${name}"`);
  await checkpoints.save(name, { ...next, table: name });
  await checkpoints.remove(nextKey(name));
}
