import type { RequirementEdge } from '../resolution.ts';
import type { UniverseIndex } from '../universe/universe-index.ts';
import { answering, chosenEntry, type Selection } from './selection.ts';

/** Who requires whom among the chosen features. */
export function edges(index: UniverseIndex, chosen: Selection): readonly RequirementEdge[] {
  return [...chosen.keys()].flatMap((from) => {
    const requires = Object.entries(chosenEntry(index, chosen, from)?.requires ?? {});
    return requires
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, range]) => {
        const providers = answering(index, chosen, name, range).filter((to) => to !== from);
        return providers.map((to) => ({ from, to, name, range }));
      });
  });
}
