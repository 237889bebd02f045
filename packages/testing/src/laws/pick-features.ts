import type { Tier } from '@joinery/kit';
import type { HostFiles } from '../host-files.ts';
import type { Workbench } from '../workbench.ts';

/** Of the features, in their order, those that fit together into a host at a tier: the resolver says so. */
export async function pickFeatures(
  bench: Workbench,
  host: HostFiles,
  features: readonly string[],
  tier: Tier,
): Promise<readonly string[]> {
  if (await bench.fits(host, features, tier)) return features;
  const picked: string[] = [];
  for (const name of features) {
    if (await bench.fits(host, [...picked, name], tier)) picked.push(name);
  }
  return picked;
}
