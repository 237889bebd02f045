import { nearestName } from '../../words/nearest-name.ts';
import type { ResolveRequest } from '../request.ts';
import { tableOf, type UniverseIndex } from '../universe/universe-index.ts';

const MAX_SUBSTITUTES = 3;

/** Requests that put another feature in the place of one: another provider of what it provides, or what was meant. */
export function substitutes(
  index: UniverseIndex,
  request: ResolveRequest,
  feature: string,
): readonly ResolveRequest[] {
  return candidates(index, feature)
    .filter((other) => !Object.hasOwn(request.features, other) && request.exclude?.includes(other) !== true)
    .slice(0, MAX_SUBSTITUTES)
    .map((other) => {
      const kept = Object.entries(request.features).filter(([name]) => name !== feature);
      return { ...request, features: Object.fromEntries([...kept, [other, '*']]) };
    });
}

function candidates(index: UniverseIndex, feature: string): readonly string[] {
  const table = tableOf(index, feature);
  if (table === undefined) {
    const meant = nearestName(feature, index.entries.keys());
    return meant === undefined ? [] : [meant];
  }
  const provided = Object.keys(table.entries.at(-1)?.provides ?? {});
  const [first, ...others] = provided.map((capability) => index.providers.get(capability) ?? []);
  return (first ?? []).filter(
    (other) => other !== feature && others.every((features) => features.includes(other)),
  );
}
