import { atLeast, TIERS, type Tier } from '../../packages/kit/src/tier.ts';
import type { DoorFeature } from './read-features.ts';

/** docs/tiers.md: which tier brings which feature, and at which it can be had. */
export function tiersPage(features: readonly DoorFeature[]): string {
  const categories = [...new Set(features.map(({ category }) => category))].sort();
  const rows = categories.flatMap((category) => [
    `| **${category}** | | | | |`,
    ...features.filter((one) => one.category === category).map(row),
  ]);
  return `${[HEAD, ...rows].join('\n')}\n`;
}

const HEAD = `# Tiers

<!-- Derived from the manifests under generators/ by tools/derive-generators.ts. -->

A tier says how much a service gets: which features, and how much of each. \`joinery add --tier advanced\` adds every feature
that the tier brings, as far as it fits the service; what is left out is named with the reason. Features that exclude each other
are alternatives: the installed one stays, else the one that the service's own code speaks for is taken, else none.
\`joinery recommend\` says how far a service is from each tier.

● the tier brings it · ○ it can be had at this tier, by name or because another feature needs it

| feature | basic | intermediate | advanced | enterprise |
|---|---|---|---|---|`;

function row({ name, tiers }: DoorFeature): string {
  return `| [\`${name}\`](../generators/${name}/README.md) | ${TIERS.map((tier) => mark(tier, tiers)).join(' | ')} |`;
}

function mark(tier: Tier, { min, max, preset }: DoorFeature['tiers']): string {
  const can = (min === undefined || atLeast(tier, min)) && (max === undefined || atLeast(max, tier));
  if (!can) return ' ';
  return preset !== undefined && atLeast(tier, preset) ? '●' : '○';
}
