import type { Paint } from '@joinery/door';
import { evidenceText, type Recommendations, type Recommended, type TierGap } from '@joinery/engine';
import { TIERS, type Tier } from '@joinery/kit';

/** What a service lacks, for people: how far it is from each tier, then each feature with its evidence. */
export function recommendText(found: Recommendations, paint: Paint): string {
  const blocks = [
    [
      `${paint.bold(found.service)} is at tier ${found.tier}`,
      ...found.gaps.map((gap) => gapLine(gap, paint)),
    ],
    ...TIERS.flatMap((tier) => tierBlock(tier, found.recommended, paint)),
    ...unavailableBlock(found, paint),
    ...(found.recommended.length === 0 ? [['Nothing is lacking.']] : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function gapLine({ tier, complete, missing }: TierGap, paint: Paint): string {
  const lacks = missing.length === 0 ? '' : paint.dim(`lacks ${missing.join(', ')}`);
  return `  ${tier.padEnd(12)} ${String(complete).padStart(3)} %  ${lacks}`.trimEnd();
}

function tierBlock(tier: Tier, all: readonly Recommended[], paint: Paint): readonly (readonly string[])[] {
  const found = all.filter((one) => one.tier === tier);
  return found.length === 0 ? [] : [[paint.bold(tier), ...found.flatMap((one) => lines(one, paint))]];
}

function lines(
  { feature, evidence, because, brings, command }: Recommended,
  paint: Paint,
): readonly string[] {
  const along = brings.length === 0 ? '' : paint.dim(`  (brings ${brings.join(', ')})`);
  return [
    `  ${paint.bold(feature)}  ${evidenceText(evidence)}`,
    `    ${because}`,
    `    ${paint.cyan(command)}${along}`,
  ];
}

function unavailableBlock({ unavailable }: Recommendations, paint: Paint): readonly (readonly string[])[] {
  if (unavailable.length === 0) return [];
  const reasons = unavailable.map(({ feature, because }) => `  ${paint.bold(feature)}  ${because}`);
  return [[paint.bold('would help, but does not fit here'), ...reasons]];
}
