import type { UniverseIndex } from '../universe/universe-index.ts';
import { answering, chosenEntry, type Selection } from './selection.ts';

/** The cycles of requirement among chosen features: for each knot, its shortest path back to where it began. */
export function cycles(index: UniverseIndex, chosen: Selection): readonly (readonly string[])[] {
  const edges = new Map([...chosen.keys()].map((feature) => [feature, required(index, chosen, feature)]));
  const found: string[][] = [];
  const named = new Set<string>();
  for (const feature of edges.keys()) {
    if (named.has(feature)) continue;
    const path = shortestCycle(edges, feature);
    if (path === undefined) continue;
    for (const step of path) named.add(step);
    found.push(path);
  }
  return found;
}

function required(index: UniverseIndex, chosen: Selection, feature: string): readonly string[] {
  const requires = Object.entries(chosenEntry(index, chosen, feature)?.requires ?? {});
  const found = requires.flatMap(([name, range]) => answering(index, chosen, name, range));
  return [...new Set(found)].filter((other) => other !== feature).sort();
}

function shortestCycle(edges: ReadonlyMap<string, readonly string[]>, start: string): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const feature of queue) {
    for (const next of edges.get(feature) ?? []) {
      if (next === start) return [...pathTo(cameFrom, start, feature), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, feature);
      queue.push(next);
    }
  }
  return undefined;
}

function pathTo(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const path = [end];
  for (let at: string | undefined = end; at !== undefined && at !== start; ) {
    at = cameFrom.get(at);
    if (at !== undefined) path.unshift(at);
  }
  return path;
}
