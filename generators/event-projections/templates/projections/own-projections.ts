import type { Projection } from './projection.ts';

/** The projections of this service. This list is yours. */
export const ownProjections: readonly Projection[] = [];
