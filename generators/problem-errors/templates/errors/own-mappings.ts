import type { ErrorMapping } from './error-mapping.ts';

/** What the errors of this service mean, beside those of the features. */
export const ownMappings: readonly ErrorMapping[] = [];
