import type { Finding, Objectives } from './objective.ts';

/** What slo.yaml says, what of it cannot be used, and what should be known. */
export interface ReadSlo {
  readonly slo: Objectives;
  readonly faults: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** The same with where each objective stands. */
export interface ReadForm extends ReadSlo {
  readonly places: readonly string[];
}
