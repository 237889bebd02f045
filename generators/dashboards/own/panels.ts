import { contribute, type PlanContext, type Statement } from '@joinery/kit';
import type { Options } from '../options.ts';
import { FLEET } from './fleet.ts';
import { logPanels } from './logs.ts';
import { DEPENDENCIES, NODE, PROCESS, TELEMETRY } from './process.ts';
import { regionPanels } from './regions.ts';
import { TRAFFIC } from './traffic.ts';

/** The panels that every service with metrics can have, in the order in which they are read. */
const PANELS = [...TRAFFIC, ...DEPENDENCIES, ...PROCESS, ...NODE, ...TELEMETRY, ...FLEET];

/** Contribute those whose metrics are there. */
export function ownPanels({
  has,
  options,
}: Pick<PlanContext<Options>, 'has' | 'options'>): readonly Statement[] {
  const panels = PANELS.filter(
    (panel) =>
      (has('http.health') || !DEPENDENCIES.includes(panel)) && (has('slo') || !FLEET.includes(panel)),
  );
  const asked = [...regionPanels(options.region), ...logPanels(options.logs)];
  return [...panels, ...asked].map((panel) => contribute('dashboards.panels', panel));
}

/** Own panels in their order; what others contribute stands after them. */
export function inReadingOrder<P extends { readonly name: string }>(panels: readonly P[]): readonly P[] {
  const place = ({ name }: P) => {
    const index = PANELS.findIndex((panel) => panel.name === name);
    return index === -1 ? PANELS.length : index;
  };
  return [...panels].sort((a, b) => place(a) - place(b));
}
