import type { Resolved } from '../resolution.ts';
import type { Attempt } from '../solve.ts';
import { tableOf, type UniverseIndex } from '../universe/universe-index.ts';
import { because } from './because.ts';
import { cycles } from './cycles.ts';
import { edges } from './edges.ts';
import { needed } from './needed.ts';
import { chosenEntry, type Selection, selection } from './selection.ts';

/** Turn a successful search into an answer. Records are made so that no name can reach a prototype. */
export function resolved(attempt: Attempt): Resolved {
  const { index, wish } = attempt.encoding;
  const found = selection(attempt);
  const needs = needed(index, wish, found);
  const chosen: Selection = new Map([...found].filter(([feature]) => needs.has(feature)));
  const versions = [...chosen].map(([feature, version]) => [
    feature,
    tableOf(index, feature)?.versions[version] ?? '',
  ]);
  const reasons = [...chosen.keys()].flatMap((feature) => {
    const need = needs.get(feature);
    return need === undefined ? [] : [[feature, because(index, wish, chosen, feature, need)]];
  });
  return {
    status: 'resolved',
    versions: Object.fromEntries(versions),
    providers: Object.fromEntries(providers(index, chosen)),
    because: Object.fromEntries(reasons),
    requested: [...wish.features.keys()],
    edges: edges(index, chosen),
    cycles: cycles(index, chosen),
  };
}

function providers(index: UniverseIndex, chosen: Selection): readonly [string, readonly string[]][] {
  const found = new Map<string, string[]>();
  for (const feature of chosen.keys()) {
    for (const capability of Object.keys(chosenEntry(index, chosen, feature)?.provides ?? {})) {
      const known = found.get(capability);
      if (known === undefined) found.set(capability, [feature]);
      else known.push(feature);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}
