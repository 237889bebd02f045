import { TIERS } from '@joinery/kit';
import type { CauseNode, CausesGraph, CauseTerm, FactNode } from '../explanation/causes.ts';
import type { ResolveRequest, Universe } from '../request.ts';
import type { Choice } from './exhaustive.ts';

/** A choice of features together with a host and a tier, each of which may be missing. */
export interface World {
  readonly feature: Choice;
  readonly host: Choice;
  readonly tier: Choice;
}

/** Every choice of features in every host there could be. */
export function* worlds(universe: Universe, request: ResolveRequest): Generator<World> {
  const features = new Map<string, string[]>();
  for (const { name, version } of universe.features)
    features.set(name, [...(features.get(name) ?? []), version]);
  const hosts = new Map(Object.entries(request.host ?? {}).map(([name, version]) => [name, [version]]));
  const tiers = new Map(request.tier === undefined ? [] : [['tier', [...TIERS]]]);
  for (const feature of choices([...features])) {
    for (const host of choices([...hosts])) {
      for (const tier of choices([...tiers])) yield { feature, host, tier };
    }
  }
}

/** Whether a fact rules a world out: all its terms are true there. */
export function rulesOut(fact: FactNode, world: World): boolean {
  return fact.terms.every((term) => isTrue(term, world));
}

/** The facts that one conflict rests on. */
export function factsBelow(graph: CausesGraph, conflict: number): readonly FactNode[] {
  const seen = new Set<number>();
  const open = [conflict];
  for (const id of open) {
    const node = graph.nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if (node.kind === 'derived') open.push(...node.from);
  }
  return graph.nodes.filter((node: CauseNode): node is FactNode => seen.has(node.id) && node.kind === 'fact');
}

function isTrue({ kind, name, absent, versions }: CauseTerm, world: World): boolean {
  const chosen = world[kind][name];
  return chosen === undefined ? absent : versions.includes(chosen);
}

function* choices(options: readonly (readonly [string, readonly string[]])[]): Generator<Choice> {
  const [first, ...rest] = options;
  if (first === undefined) {
    yield {};
    return;
  }
  const [name, versions] = first;
  for (const others of choices(rest)) {
    yield others;
    for (const version of versions) yield { ...others, [name]: version };
  }
}
