/** One thing in which a service is not what joinery.json and the lockfile say. */
export interface Drift {
  readonly id: DriftId;
  /** The features it concerns, sorted. */
  readonly features: readonly string[];
  /** `src/platform/index.ts:12`. */
  readonly place: string;
  /** One sentence: what was found. */
  readonly found: string;
  /** The next step, with the command that does it. */
  readonly todo: string;
  /** Whether `joinery doctor --fix` mends it without touching what people wrote. */
  readonly fixable: boolean;
}

export type DriftId =
  | 'not-applied'
  | 'lockfile-edited'
  | 'file-missing'
  | 'file-edited'
  | 'file-unmerged'
  | 'base-missing'
  | 'edit-missing'
  | 'use-missing'
  | 'order-changed'
  | 'dependency-missing'
  | 'script-missing'
  | 'start-option-missing'
  | 'variable-missing'
  | 'addition-missing'
  | 'conflicts-pending';

export const FIX = 'Run `joinery doctor --fix`.';
