import type { Json, Range, Tier } from '@joinery/kit';
import type { Pins } from '../profile/pins.ts';

/** The name of the file in which people say what they want. */
export const WANTED_FILE = 'joinery.json';

/** What joinery.json says: the state that Joinery brings the service to. */
export interface Wanted {
  readonly tier?: Tier;
  /** Feature → range and options. */
  readonly features: Readonly<Record<string, WantedFeature>>;
  readonly exclude: readonly string[];
  readonly profile: Pins;
}

export interface WantedFeature {
  readonly range: Range;
  readonly options: Readonly<Record<string, Json>>;
}
