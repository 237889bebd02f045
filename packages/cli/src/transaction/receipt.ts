import type { Change, Plan } from '@joinery/engine';
import type { Verification } from './apply-ports.ts';

/** What an apply did. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly schema: 1;
  readonly service: string;
  readonly features: Plan['features'];
  /** Every file that was written or deleted, sorted by path. */
  readonly written: readonly { readonly kind: Change['kind']; readonly path: string }[];
  /** `skipped` because of `--no-install`. */
  readonly install: 'done' | 'skipped' | 'not-needed';
  /** The last step that was checked; `skipped` when there was nothing to check with. */
  readonly verified: Verification | 'skipped';
  readonly notes: Plan['notes'];
  readonly warnings: readonly string[];
}
