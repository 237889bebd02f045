import type { Feature } from '../compose/feature.ts';

/**
 * Order features so that each stands before those it requires or may use, ties by name. Slots are rendered in this
 * order: whoever contributes to a slot has spoken before its owner renders it.
 * Features in a cycle keep the order of their names; the resolver reports cycles.
 */
export function orderFeatures(features: readonly Feature[]): readonly Feature[] {
  const byName = [...features].sort((a, b) => (a.name < b.name ? -1 : 1));
  const ordered: Feature[] = [];
  const visiting = new Set<Feature>();
  const visit = (feature: Feature): void => {
    if (visiting.has(feature)) return;
    visiting.add(feature);
    for (const other of byName) if (uses(other, feature)) visit(other);
    ordered.push(feature);
  };
  byName.forEach(visit);
  return ordered;
}

/** Whether one feature requires or may use another, by its name or a capability it provides. */
function uses(one: Feature, other: Feature): boolean {
  const offered = [other.name, ...Object.keys(other.manifest.provides ?? {})];
  const used = { ...one.manifest.requires, ...one.manifest.optional };
  return one !== other && offered.some((name) => Object.hasOwn(used, name));
}
