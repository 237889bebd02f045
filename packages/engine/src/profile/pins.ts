import type { Framework } from '@joinery/kit';

/** Facts that people pin in joinery.json when they can't be told, or were told wrong. */
export interface Pins {
  readonly entry?: string;
  readonly framework?: Framework;
  /** `src/platform` unless told. */
  readonly platformFolder?: string;
}
