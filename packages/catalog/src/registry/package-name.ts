/**
 * The package a feature's name stands for: `@joinery/health` for `health`. Names with a scope, or that
 * begin with `joinery-`, are somebody else's and are package names already.
 */
export function packageName(feature: string): string {
  return feature.startsWith('@') || feature.startsWith('joinery-') ? feature : `@joinery/${feature}`;
}
