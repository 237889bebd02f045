import { readRequest } from '@joinery/door';
import { type ComposePorts, type Plan, type PresetRequest, withPreset } from '@joinery/engine';
import { askedOf, type PlanOptions } from '../program/options.ts';

/** Works out what is wanted from what is found in a service. */
export type Ask = (ports: ComposePorts) => Promise<PresetRequest>;

/** Ask for the features of the tier in the options, as far as the service can have them; without a tier, for nothing new. */
export function askPreset(options: PlanOptions): Ask {
  const { tier, ...request } = readRequest(askedOf(options, {}));
  if (tier === undefined) return async () => ({ request, skipped: [] });
  return (ports) => withPreset({ ...request, tier }, ports);
}

/** The plan with a warning for each feature of a tier that the service does not get. */
export function warnOfSkipped(plan: Plan, { skipped }: Pick<PresetRequest, 'skipped'>): Plan {
  const left = skipped.map(({ feature, because }) => `\`${feature}\` is left out: ${because}`);
  return left.length === 0 ? plan : { ...plan, warnings: [...plan.warnings, ...left] };
}
