/** How much work a resolution may take. Counted in steps, not seconds, so that every machine answers alike. */
export interface Limits {
  /** Terms looked at before giving up. */
  readonly steps: number;
  /** The same, for all that explaining and mending a conflict may take together. */
  readonly repairSteps: number;
  /** Full resolutions tried in the search for fixes. */
  readonly repairs: number;
  readonly fixes: number;
  /** Conflicts named in one run. */
  readonly conflicts: number;
}

/** What `resolve` keeps to unless told; docs/resolver.md#limits says where the numbers come from. */
export const LIMITS: Limits = {
  steps: 12_000_000,
  repairSteps: 4_000_000,
  repairs: 40,
  fixes: 5,
  conflicts: 5,
};
