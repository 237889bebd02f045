import type { Lockfile } from '../lockfile/lockfile.ts';
import type { Plan } from '../planner/plan.ts';
import { ProblemError } from '../problem.ts';
import type { Resolved } from '../resolver/resolution.ts';
import type { Catalog } from './catalog.ts';
import type { Feature } from './feature.ts';

/** What people should know of the data of features that go. One that is in no source any more goes without a word. */
export async function leavingNotes(
  { features }: Lockfile,
  { versions }: Pick<Resolved, 'versions'>,
  catalog: Catalog,
): Promise<Plan['notes']> {
  const going = Object.entries(features).filter(([name]) => !Object.hasOwn(versions, name));
  const notes = going.map(async ([name, { version, options }]) => {
    const feature = await loadAny(catalog, name, version);
    return (feature?.plan.notesOnRemoval?.(options) ?? []).map(({ text }) => ({ feature: name, text }));
  });
  return (await Promise.all(notes)).flat();
}

/** The version that is installed, or another where only newer ones are left. */
async function loadAny(catalog: Catalog, name: string, version: string): Promise<Feature | undefined> {
  try {
    const there = (await catalog.versions(name)).map(({ entry }) => entry.version);
    const found = there.includes(version) ? version : there.at(-1);
    return found === undefined ? undefined : await catalog.load(name, found);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
