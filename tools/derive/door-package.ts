import type { DoorFeature } from './read-features.ts';

/** package.json of a door, as far as the features that come with it are concerned. */
export interface DoorPackage {
  readonly dependencies: Readonly<Record<string, string>>;
}

/** A door's package.json with every feature among its dependencies: whoever installs the door can add them at once. */
export function withFeatures(door: DoorPackage, features: readonly DoorFeature[]): DoorPackage {
  const added = features.map(({ packageName, version }) => [packageName, `^${version}`] as const);
  const all = Object.entries({ ...door.dependencies, ...Object.fromEntries(added) });
  return { ...door, dependencies: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
