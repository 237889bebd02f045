/**
 * Tell whether a feature is Joinery's own: `@joinery/health`, or `health` for short.
 * Everybody else's carry a scope or begin with `joinery-`.
 */
export function isFirstParty(feature: string): boolean {
  return feature.startsWith('@joinery/') || !(feature.includes('/') || feature.startsWith('joinery-'));
}
