import type { ComposePlatform } from '@joinery/engine';
import type { FindPlaces } from './place.ts';

/** What Joinery knows about one framework. */
export interface FrameworkAdapter {
  /** Renders the composition root; loads no parser. */
  readonly compose: ComposePlatform;
  /** Finds where the host's own files must be edited. */
  readonly places: FindPlaces;
}
