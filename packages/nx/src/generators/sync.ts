import { composedText, plain, readRequest, settledPlan } from '@joinery/door';
import { compose, findDrift, LOCKFILE, ProblemError, WANTED_FILE } from '@joinery/engine';
import { getProjects, type Tree } from '@nx/devkit';
import { NOTHING_ASKED } from '../nothing-asked.ts';
import { Stopped } from '../stopped.ts';
import { projectPorts } from '../tree/project-ports.ts';
import { writePlan } from '../tree/write-plan.ts';

/** What Nx tells people when something is not as it should be. */
export interface OutOfSync {
  readonly outOfSyncMessage: string;
  readonly outOfSyncDetails: string[];
}

/**
 * Nx's sync generator, for `nx sync` and `nx sync:check`: brings every service that has features to what its joinery.json says,
 * and tells what had drifted, as `joinery doctor` does. Throws {@link Stopped} when a service cannot be planned.
 */
export async function syncGenerator(tree: Tree): Promise<OutOfSync | undefined> {
  const roots = [...getProjects(tree).values()].map(({ root }) => root);
  const details: string[] = [];
  for (const root of [...new Set(roots)].sort()) {
    if (![LOCKFILE, WANTED_FILE].some((name) => tree.exists(`${root}/${name}`))) continue;
    details.push(...(await syncProject(tree, root)));
  }
  if (details.length === 0) return undefined;
  return {
    outOfSyncMessage: 'Services are not as their joinery.json says.',
    outOfSyncDetails: details,
  };
}

async function syncProject(tree: Tree, root: string): Promise<readonly string[]> {
  const ports = projectPorts(tree, root);
  const composed = settledPlan(await compose(readRequest(NOTHING_ASKED), ports));
  if (composed.kind !== 'plan') throw new Stopped(`${root}: ${composedText(composed, plain)}`);
  if (composed.changes.length === 0) return [];
  const drift = await driftOf(ports);
  writePlan(tree, root, composed);
  const files = composed.changes.length === 1 ? 'one file' : `${composed.changes.length} files`;
  return [...drift.map((line) => `${root}: ${line}`), `${root}: ${files} to write`];
}

async function driftOf({ tree, loadEditor }: ReturnType<typeof projectPorts>): Promise<readonly string[]> {
  try {
    const drift = await findDrift(tree, loadEditor);
    return drift.filter(({ fixable }) => fixable).map(({ place, found }) => `${place} ${found}`);
  } catch (error) {
    if (error instanceof ProblemError) return [error.problem.found];
    throw error;
  }
}

export default syncGenerator;
