import { readLockfile } from '../lockfile/read-lockfile.ts';
import type { HostEditor } from '../planner/host-editor.ts';
import { readPackageJson } from '../profile/package-json.ts';
import { profile } from '../profile/profile.ts';
import type { Tree } from '../tree/tree.ts';
import { readWanted } from '../wanted/read-wanted.ts';
import type { Drift } from './drift.ts';
import { driftOfEdits } from './drift-of-edits.ts';
import { driftOfFiles } from './drift-of-files.ts';
import { driftOfPackage } from './drift-of-package.ts';
import { driftOfState } from './drift-of-state.ts';
import { driftOfUses } from './drift-of-uses.ts';

/**
 * Find everything in which a service is not what joinery.json and the lockfile say, by feature. No feature is loaded, and
 * the editor only where texts alone cannot tell. Throws ProblemError where the state cannot be read at all.
 */
export async function findDrift(
  tree: Tree,
  loadEditor: () => Promise<HostEditor>,
): Promise<readonly Drift[]> {
  const wanted = readWanted(tree);
  const lock = readLockfile(tree);
  if (Object.keys(lock.features).length === 0) return driftOfState(wanted, lock, tree);
  const host = profile(tree, wanted.profile);
  const found = [
    ...driftOfState(wanted, lock, tree),
    ...driftOfFiles(lock, tree),
    ...driftOfPackage(lock, readPackageJson(tree, host.manifest), host.manifest, tree),
    ...(await driftOfEdits(lock, tree, host.entry?.value, loadEditor)),
    ...(await driftOfUses(lock, tree, loadEditor)),
  ];
  const key = ({ features, place, id }: Drift) => `${features.join()} ${place} ${id}`;
  return [...found].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
