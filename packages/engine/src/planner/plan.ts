import type { PackageManager } from '@joinery/kit';

/** Who asked for a change, and why. */
export interface Reason {
  /** Features, sorted. Empty for Joinery's own state. */
  readonly owners: readonly string[];
  /** A clause: `renders the readiness routes`. */
  readonly because: string;
}

/** One file's change. Holds the final text, so that applying decides nothing. */
export type Change =
  | { readonly kind: 'create'; readonly path: string; readonly text: string; readonly reason: Reason }
  | {
      readonly kind: 'update';
      readonly path: string;
      /** Hash of the text that is replaced. */
      readonly before: string;
      readonly text: string;
      readonly reason: Reason;
    }
  | { readonly kind: 'delete'; readonly path: string; readonly before: string; readonly reason: Reason };

/** Ordered changes to one service. Inert, serialisable: a dry run is printing it. */
export interface Plan {
  readonly kind: 'plan';
  readonly schema: 1;
  readonly service: string;
  readonly features: readonly PlannedFeature[];
  /** Sorted by path. Empty when there is nothing to do. */
  readonly changes: readonly Change[];
  /** Generated files whose new text and people's edits change the same lines; their change carries git's markers. */
  readonly conflicts: readonly MergeConflict[];
  /** Whether package.json's dependencies change, and who installs them. */
  readonly install: { readonly manager: PackageManager; readonly needed: boolean };
  /** What people should know or do afterwards, sorted by feature. */
  readonly notes: readonly { readonly feature: string; readonly text: string }[];
  /** What was noticed on the way and stops nothing. */
  readonly warnings: readonly string[];
}

/** A file that people must settle after applying. */
export interface MergeConflict {
  readonly path: string;
  /** How many places have markers. */
  readonly count: number;
}

export interface PlannedFeature {
  readonly name: string;
  readonly version: string;
  /** How it comes into the plan. */
  readonly state: 'added' | 'kept' | 'changed' | 'removed';
  /** Named by the user, or pulled in by those who need it. */
  readonly requested: boolean;
  readonly because: string;
}
