import semver from 'semver';
import { LOCKFILE, type Lockfile } from '../lockfile/lockfile.ts';
import type { Tree } from '../tree/tree.ts';
import { WANTED_FILE, type Wanted } from '../wanted/wanted.ts';
import type { Drift } from './drift.ts';

const APPLY = 'Run `joinery apply`, or take the change back.';

/** Where joinery.json and the lockfile disagree, and where the lockfile disagrees with itself. */
export function driftOfState(wanted: Wanted, lock: Lockfile, tree: Tree): readonly Drift[] {
  return [...notApplied(wanted, lock), ...editedLockfile(lock, tree)];
}

function notApplied(wanted: Wanted, lock: Lockfile): readonly Drift[] {
  const drift = (feature: string, found: string): Drift => ({
    id: 'not-applied',
    features: [feature],
    place: WANTED_FILE,
    found,
    todo: APPLY,
    fixable: true,
  });
  const wishes = Object.entries(wanted.features).flatMap(([name, { range, options }]) => {
    const locked = lock.features[name];
    if (locked === undefined) return [drift(name, `joinery.json wants \`${name}\`, which is not there yet.`)];
    if (!semver.satisfies(locked.version, range, { includePrerelease: true })) {
      return [drift(name, `joinery.json wants \`${name}\` ${range}, and ${locked.version} is there.`)];
    }
    const changed = Object.entries(options).filter(
      ([key, value]) => JSON.stringify(locked.options[key]) !== JSON.stringify(value),
    );
    return changed.map(([key]) =>
      drift(name, `The option \`${key}\` of \`${name}\` is not the one that joinery.json wants.`),
    );
  });
  const unwanted = Object.entries(lock.features)
    .filter(([name, { requested }]) => requested && !Object.hasOwn(wanted.features, name))
    .map(([name]) => drift(name, `\`${name}\` is there, and joinery.json no longer wants it.`));
  const hasMoved =
    wanted.tier !== undefined && wanted.tier !== lock.tier && Object.keys(lock.features).length > 0;
  const tier = hasMoved
    ? [drift('', `joinery.json wants tier ${wanted.tier}, and the service is at ${lock.tier}.`)]
    : [];
  return [...wishes, ...unwanted, ...tier.map((one) => ({ ...one, features: [] }))];
}

type Owned = Readonly<Record<string, { readonly owners: readonly string[] }>>;

/** Whoever owns something in a lockfile is a feature of it; a hash without its text is told with the files. */
function editedLockfile(lock: Lockfile, tree: Tree): readonly Drift[] {
  const text = tree.read(LOCKFILE);
  if (text === undefined) return [];
  const facts = [lock.files, lock.dependencies, lock.scripts].flatMap((section: Owned) =>
    Object.entries(section),
  );
  const strangers = facts.filter(([, { owners }]) =>
    owners.some((owner) => !Object.hasOwn(lock.features, owner)),
  );
  const lineOf = (key: string) =>
    text.split('\n').findIndex((line) => line.includes(`${JSON.stringify(key)}:`)) + 1;
  const drift = (line: number, found: string, features: readonly string[]): Drift => ({
    id: 'lockfile-edited',
    features,
    place: `${LOCKFILE}:${line}`,
    found,
    todo: 'Restore it from version control, or run `joinery doctor --fix` to have it written anew.',
    fixable: true,
  });
  return strangers.map(([key, { owners }]) =>
    drift(lineOf(key), `The lockfile says that \`${key}\` belongs to a feature that is not there.`, owners),
  );
}
