import type { Tier } from '@joinery/kit';
import type { HostFiles } from './host-files.ts';
import type { Workbench } from './workbench.ts';

/** How many features to find, and by what chance. */
export interface Sample {
  readonly tier: Tier;
  readonly most: number;
  readonly seed: number;
}

/**
 * Features that fit together in a host, chosen by chance: as many as asked for, or as there are. Laws use it, so that they hold
 * for features that nobody has written yet.
 */
export async function fittingFeatures(
  bench: Workbench,
  host: HostFiles,
  names: readonly string[],
  { tier, most, seed }: Sample,
): Promise<readonly string[]> {
  const chosen: string[] = [];
  for (const name of shuffled(names, seed)) {
    if (chosen.length === most) break;
    const add = [...chosen, name].map((one) => ({ name: one }));
    const composed = await bench.compose(host, { add, tier });
    if (composed.kind === 'plan') chosen.push(name);
  }
  return chosen.sort();
}

/** The same order for the same seed. */
function shuffled(names: readonly string[], seed: number): readonly string[] {
  const weight = (name: string) => {
    let value = seed + 1;
    for (const character of name)
      value = (Math.imul(value, 31) + character.charCodeAt(0) * 2_654_435_761) >>> 0;
    return value;
  };
  return [...names].sort((a, b) => weight(a) - weight(b) || (a < b ? -1 : 1));
}
