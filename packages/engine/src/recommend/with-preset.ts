import type { Tier } from '@joinery/kit';
import type { ComposePorts } from '../compose/compose.ts';
import type { ComposeRequest } from '../compose/request.ts';
import { factsOf } from './facts.ts';
import { presetOf, type Skipped } from './preset.ts';
import { survey } from './survey.ts';

/** A request that names the features of a tier. */
export interface PresetRequest {
  readonly request: ComposeRequest;
  /** What the tier has, but this service does not get, and why. */
  readonly skipped: readonly Skipped[];
}

/** Turn a request for a tier alone into one for the features it brings here. Throws ProblemError like {@link survey}. */
export async function withPreset(
  request: ComposeRequest & { readonly tier: Tier },
  ports: Pick<ComposePorts, 'tree' | 'catalog'>,
): Promise<PresetRequest> {
  const found = await survey(ports);
  const wanted = { ...found.wanted, exclude: [...found.wanted.exclude, ...request.exclude] };
  const surveyed = { ...found, wanted };
  const { features, skipped } = presetOf(surveyed, request.tier, factsOf(surveyed));
  const named = request.add.map(({ name }) => name);
  const add = features.filter((name) => !named.includes(name)).map((name) => ({ name }));
  return { request: { ...request, add: [...request.add, ...add] }, skipped };
}
