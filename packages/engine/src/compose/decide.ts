import type { Profile, Tier } from '@joinery/kit';
import type { Lockfile } from '../lockfile/lockfile.ts';
import { readLockfile } from '../lockfile/read-lockfile.ts';
import { EXIT, ProblemError } from '../problem.ts';
import { profile } from '../profile/profile.ts';
import type { ResolveRequest, Universe } from '../resolver/request.ts';
import type { Resolution, Resolved } from '../resolver/resolution.ts';
import { resolve } from '../resolver/resolve.ts';
import type { Tree } from '../tree/tree.ts';
import { readWanted } from '../wanted/read-wanted.ts';
import type { Wanted } from '../wanted/wanted.ts';
import type { Catalog } from './catalog.ts';
import { hostFacts } from './host-facts.ts';
import { readUniverse } from './read-universe.ts';
import type { ComposeRequest } from './request.ts';
import { requiredBy } from './required-by.ts';
import { wantedAfter } from './wanted-after.ts';

/** Which features a service gets, and everything that was read on the way. */
export interface Decided {
  readonly request: ComposeRequest;
  readonly before: Wanted;
  readonly wanted: Wanted & { readonly tier: Tier };
  readonly lock: Lockfile;
  readonly host: Profile;
  readonly universe: Universe;
  readonly asked: ResolveRequest;
  readonly resolution: Resolution;
}

/**
 * Profile and resolve, without planning. Throws ProblemError `still-needed` when a feature to take out is required by
 * one that stays; with `cascade`, what requires it is taken out, too.
 */
export async function decide(
  request: ComposeRequest,
  { tree, catalog }: { readonly tree: Tree; readonly catalog: Catalog },
): Promise<Decided> {
  const before = readWanted(tree);
  const lock = readLockfile(tree);
  const host = profile(tree, before.profile);
  const universe = await readUniverse(catalog, wantedAfter(before, lock, { ...request, remove: [] }));
  const facts = hostFacts(host, universe, tree);
  for (let current = request; ; ) {
    const wanted = wantedAfter(before, lock, current);
    const asked = { ...askedOf(wanted, lock, current), ...facts };
    const resolution = resolve(universe, asked);
    const decided = { request: current, before, wanted, lock, host, universe, asked, resolution };
    if (resolution.status === 'unsolvable') return decided;
    const stuck = current.remove.filter((name) => Object.hasOwn(resolution.versions, name));
    if (stuck.length === 0) return decided;
    const more = stuck
      .flatMap((name) => requiredBy(resolution, name))
      .filter((name) => Object.hasOwn(wanted.features, name));
    if (request.cascade !== true || more.length === 0) throw stillNeeded(stuck, resolution);
    current = { ...current, remove: [...new Set([...current.remove, ...more])] };
  }
}

function askedOf(
  wanted: Wanted & { readonly tier: Tier },
  lock: Lockfile,
  request: ComposeRequest,
): ResolveRequest {
  const kept = Object.entries(lock.features).filter(([name]) => request.upgrade?.includes(name) !== true);
  return {
    features: Object.fromEntries(Object.entries(wanted.features).map(([name, { range }]) => [name, range])),
    exclude: [...wanted.exclude, ...request.exclude],
    tier: wanted.tier,
    lock: Object.fromEntries(kept.map(([name, { version }]) => [name, version])),
    prefer: request.prefer,
    settings: settingsOf(request, lock),
    ...(request.called === undefined ? {} : { called: request.called }),
  };
}

/** What is set anew, and the entries of features that are new themselves: those have no others. */
function settingsOf({ add }: ComposeRequest, lock: Lockfile): NonNullable<ResolveRequest['settings']> {
  const settings = add.map(({ name, options = {}, entries = [] }) => {
    const generated = Object.hasOwn(lock.features, name) ? [] : entries;
    const values = generated.map(({ option }) => {
      const own = generated.filter((entry) => entry.option === option);
      return [option, Object.fromEntries(own.map((entry) => [entry.name, entry.value]))];
    });
    return [name, { ...options, ...Object.fromEntries(values) }] as const;
  });
  return Object.fromEntries(settings.filter(([, values]) => Object.keys(values).length > 0));
}

function stillNeeded(stuck: readonly string[], { edges, requested }: Resolved): ProblemError {
  const sentences = stuck.map((name) => {
    const by = edges.filter((edge) => edge.to === name);
    const who = by.map((edge) => `\`${edge.from}\`${edge.name === name ? '' : ` (as \`${edge.name}\`)`}`);
    return `\`${name}\` is required by ${[...new Set(who)].join(', ')}`;
  });
  const asked = new Set(
    stuck.flatMap((name) => requiredBy({ edges }, name)).filter((name) => requested.includes(name)),
  );
  return new ProblemError({
    kind: 'problem',
    id: 'still-needed',
    exitCode: EXIT.unresolved,
    found: `${sentences.join('; ')}, so ${stuck.length === 1 ? 'it stays' : 'they stay'}. Nothing was written.`,
    todo: `Take out what requires ${stuck.length === 1 ? 'it' : 'them'}, too: \`joinery remove ${stuck.join(' ')} --cascade\` also removes ${[
      ...asked,
    ]
      .sort()
      .map((name) => `\`${name}\``)
      .join(', ')}.`,
  });
}
