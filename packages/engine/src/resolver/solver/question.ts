import type { Incompatibility } from './incompatibility.ts';
import type { VersionSet } from './version-set.ts';

/** Something with versions of which at most one is chosen. */
export interface Package {
  readonly kind: 'feature' | 'host' | 'tier';
  readonly name: string;
  /** Oldest first. */
  readonly versions: readonly string[];
  /** Absent or any version. */
  readonly full: VersionSet;
}

/** What the search asks of the world. Packages and facts appear as they are reached. */
export interface Question {
  /** Indexed by the package numbers used in terms; grows while loading. */
  readonly packages: readonly Package[];
  readonly start: readonly Incompatibility[];
  /** The facts about one version that were not handed out before. */
  load(package_: number, version: number): readonly Incompatibility[];
  /** The version to try first among the allowed ones. */
  pick(package_: number, allowed: VersionSet, chosen: ReadonlyMap<number, number>): number;
}
