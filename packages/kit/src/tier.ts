/** How much of a feature, and which features, a service gets; from least to most. */
export const TIERS = ['basic', 'intermediate', 'advanced', 'enterprise'] as const;

export type Tier = (typeof TIERS)[number];

/**
 * Tell whether a tier reaches another one.
 *
 * @example atLeast('advanced', 'intermediate') // true
 */
export function atLeast(tier: Tier, minimum: Tier): boolean {
  return TIERS.indexOf(tier) >= TIERS.indexOf(minimum);
}
