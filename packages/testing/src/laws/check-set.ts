import type { Tier } from '@joinery/kit';
import { type HostFiles, workspaceOf } from '../host-files.ts';
import type { Workbench } from '../workbench.ts';
import { differences, isWithin, withoutOrder } from './compare-files.ts';
import type { LawBook } from './law-report.ts';
import { isAllowed } from './watched-tree.ts';

/** A set of features in a host, and where to note what is seen. */
export interface Trying {
  readonly bench: Workbench;
  readonly host: HostFiles;
  /** `parcels-express`. */
  readonly name: string;
  readonly features: readonly string[];
  readonly tier: Tier;
  readonly book: LawBook;
}

/** Try L1, L3, L5 and L8 on a set of features; answers with the host that has them. */
export async function checkSet(trying: Trying): Promise<HostFiles> {
  const { bench, host, features, tier, book } = trying;
  const about = aboutOf(trying);
  const add = features.map((name) => ({ name }));
  const added = await bench.run(host, { add, tier });
  const again = await bench.compose(added, { add, tier });
  const quiet = again.kind === 'plan' && again.changes.length === 0 && !again.install.needed;
  book.note('L1', about, quiet ? undefined : `a second run has something to do: ${wordsOf(again)}`);
  book.note('L3', about, differences(host, await bench.remove(added, ...features)));
  book.note('L5', about, lost(host, added));
  const outside = Object.keys(added).filter((path) => !(path in host) && !isAllowed(path, undefined));
  const touched = Object.keys(added).filter(
    (path) => added[path] !== host[path] && !isAllowed(path, workspaceOf(host)),
  );
  const beyond = [...outside, ...touched];
  book.note('L8', about, beyond.length === 0 ? undefined : `it writes ${beyond.join(', ')}`);
  return added;
}

/** Try L2: groups of the features, added one after the other, give what all at once gives. */
export async function checkOrder(
  trying: Trying,
  groups: readonly (readonly string[])[],
  together: HostFiles,
): Promise<void> {
  const { bench, host, tier, book } = trying;
  let files = host;
  for (const group of groups) files = await bench.run(files, { add: group.map((name) => ({ name })), tier });
  const order = groups.map((group) => group.join('+')).join(', then ');
  book.note('L2', `${trying.name}, ${order}`, differences(withoutOrder(together), withoutOrder(files)));
}

/** Try L3 the other way: what stays after a removal is what adding only the rest gives. */
export async function checkRemoval(trying: Trying, gone: string, together: HostFiles): Promise<void> {
  const { bench, host, features, tier, book } = trying;
  const rest = features.filter((name) => name !== gone);
  if (rest.length === 0) return;
  const composed = await bench.compose(together, { remove: [gone] });
  if (composed.kind !== 'plan') return;
  const left = await bench.run(together, { remove: [gone] });
  const alone = await bench.run(host, { add: rest.map((name) => ({ name })), tier });
  book.note(
    'L3',
    `${aboutOf(trying)}, without ${gone}`,
    differences(withoutOrder(alone), withoutOrder(left)),
  );
}

/** Who and where, for a sentence. */
export function aboutOf({ name, features, tier }: Trying): string {
  return `${name}, ${features.join('+')} at ${tier}`;
}

function lost(host: HostFiles, added: HostFiles): string | undefined {
  const found = Object.entries(host).filter(([path, before]) => !isWithin(before, added[path] ?? ''));
  return found.length === 0 ? undefined : found.map(([path]) => `text of \`${path}\` is gone`).join(', ');
}

function wordsOf(composed: Awaited<ReturnType<Workbench['compose']>>): string {
  return composed.kind === 'plan'
    ? composed.changes.map(({ kind, path }) => `${kind} ${path}`).join(', ')
    : composed.kind;
}
