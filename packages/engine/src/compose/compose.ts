import type { Tier } from '@joinery/kit';
import { LOCKFILE, type Lockfile } from '../lockfile/lockfile.ts';
import { readLockfile } from '../lockfile/read-lockfile.ts';
import type { HostEditor } from '../planner/host-editor.ts';
import type { Plan, PlannedFeature } from '../planner/plan.ts';
import { planService } from '../planner/plan-service.ts';
import { readOptions } from '../planner/read-options.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { Resolved, Unsolvable } from '../resolver/resolution.ts';
import { memoryTree } from '../tree/memory-tree.ts';
import type { Tree } from '../tree/tree.ts';
import type { Wanted } from '../wanted/wanted.ts';
import type { Catalog } from './catalog.ts';
import { decide } from './decide.ts';
import type { Feature } from './feature.ts';
import { leavingNotes } from './leaving-notes.ts';
import type { ComposeRequest } from './request.ts';
import { requireFramework } from './require-framework.ts';
import type { Unsolved } from './take-fix.ts';

/** The service's own package.json; one that lists another's dependencies lies in the workspace. */
const MANIFEST = 'package.json';

/** What an edge hands in: the host, the features, and the way to change text. */
export interface ComposePorts {
  readonly tree: Tree;
  readonly catalog: Catalog;
  /** Called at most once, and only when something must be planned. */
  readonly loadEditor: () => Promise<HostEditor>;
  /** The texts of the lockfiles of the workspace's other services, which may share a package.json with this one. */
  readonly neighbours?: () => readonly string[];
}

/** A plan, or why there is none. */
export type Composed = Plan | Problem | Conflict;

/** Why nothing fits; what was asked is kept, so that a fix can be taken. */
export interface Conflict {
  readonly kind: 'unsolvable';
  readonly resolution: Unsolvable;
  readonly unsolved: Unsolved;
}

/**
 * Bring a service from where it is to where the request wants it: profile → resolve → plan.
 * Never throws for bad input: every fault of the request or the host is a {@link Problem}.
 */
export async function compose(request: ComposeRequest, ports: ComposePorts): Promise<Composed> {
  try {
    return await composeOrThrow(request, ports);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}

async function composeOrThrow(request: ComposeRequest, ports: ComposePorts): Promise<Composed> {
  const { tree, catalog } = ports;
  const { request: settled, before, wanted, lock, host, asked, resolution } = await decide(request, ports);
  if (resolution.status === 'unsolvable') {
    const unsolved = { request: settled, asked, wanted: Object.keys(before.features) };
    return { kind: 'unsolvable', resolution, unsolved };
  }
  const features = await Promise.all(
    Object.entries(resolution.versions).map(([name, version]) => catalog.load(name, version)),
  );
  requireFramework(features, host);
  const plan = await planService({
    tree,
    profile: host,
    tier: wanted.tier,
    chosen: features.map((feature) => ({
      feature,
      options: readOptions(feature, optionsOf(wanted, feature)),
    })),
    features: plannedFeatures(resolution, wanted, lock.features),
    lock,
    wanted: { before, after: withRanges(wanted, resolution) },
    force: request.force === true,
    editor: await ports.loadEditor(),
    neighbours: host.manifest === MANIFEST ? [] : readNeighbours(ports),
  });
  const left = await leavingNotes(lock, resolution, catalog);
  return { ...plan, notes: [...plan.notes, ...left].sort(byFeature) };
}

function byFeature(a: Plan['notes'][number], b: Plan['notes'][number]): number {
  return a.feature < b.feature ? -1 : a.feature > b.feature ? 1 : 0;
}

function readNeighbours({ neighbours }: ComposePorts): readonly Lockfile[] {
  return (neighbours?.() ?? []).map((text) => readLockfile(memoryTree({ [LOCKFILE]: text })));
}

function optionsOf(wanted: Wanted, feature: Feature) {
  return wanted.features[feature.name]?.options ?? {};
}

/** A feature asked for without a range is written into joinery.json with the caret range of the chosen version. */
function withRanges<W extends Wanted & { readonly tier: Tier }>(wanted: W, resolution: Resolved): W {
  const features = Object.entries(wanted.features).map(([name, feature]) => {
    const version = resolution.versions[name];
    const range = feature.range === '*' && version !== undefined ? `^${version}` : feature.range;
    return [name, { ...feature, range }] as const;
  });
  return { ...wanted, features: Object.fromEntries(features) };
}

function plannedFeatures(
  resolution: Resolved,
  wanted: Wanted,
  locked: Readonly<Record<string, { readonly version: string }>>,
): readonly PlannedFeature[] {
  const present = Object.entries(resolution.versions).map(([name, version]): PlannedFeature => {
    const before = locked[name]?.version;
    const requested = Object.hasOwn(wanted.features, name);
    const state = before === undefined ? 'added' : before === version ? 'kept' : 'changed';
    return { name, version, state, requested, because: resolution.because[name] ?? '' };
  });
  const removed = Object.entries(locked)
    .filter(([name]) => !Object.hasOwn(resolution.versions, name))
    .map(([name, { version }]): PlannedFeature => {
      return { name, version, state: 'removed', requested: false, because: 'Nothing asks for it any more.' };
    });
  return [...present, ...removed].sort((a, b) => (a.name < b.name ? -1 : 1));
}
