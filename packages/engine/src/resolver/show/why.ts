import { nearestName } from '../../words/nearest-name.ts';
import type { RequirementEdge, Resolution, Resolved } from '../resolution.ts';

/** Say, in sentences, why a feature is among the chosen ones: the way from the request to it, and who else needs it. */
export function why(resolution: Resolution, feature: string): readonly string[] {
  if (resolution.status === 'unsolvable') {
    return [
      'Nothing was chosen, because what was asked for does not fit together.',
      ...resolution.explanation,
    ];
  }
  if (!Object.hasOwn(resolution.versions, feature)) return whyNot(resolution, feature);
  const path = wayTo(resolution, feature);
  const steps = [path[0]?.from ?? feature, ...path.map(({ to }) => to)];
  const reasons = steps.map((step) => resolution.because[step] ?? '');
  const requirements = resolution.edges
    .filter((edge) => edge.to === feature)
    .map((edge) => sentence(resolution, edge));
  const others = requirements.filter((one) => !reasons.some((reason) => reason.startsWith(one)));
  return [
    `\`${feature}\` ${resolution.versions[feature]} was chosen.`,
    ...new Set(reasons),
    ...others.map((one) => `${one} too.`),
  ];
}

function sentence({ versions }: Resolved, { from, name, range }: RequirementEdge): string {
  return `\`${from}\` ${versions[from]} requires \`${range === '*' ? name : `${name} ${range}`}\``;
}

function whyNot(resolved: Resolved, feature: string): readonly string[] {
  const near = nearestName(feature, Object.keys(resolved.versions));
  const hint = near === undefined ? [] : [`Did you mean \`${near}\`?`];
  return [`\`${feature}\` was not chosen: nothing that was asked for needs it.`, ...hint];
}

/** The shortest path of requirements from something asked for. */
function wayTo({ requested, edges }: Resolved, feature: string): readonly RequirementEdge[] {
  const cameBy = new Map<string, RequirementEdge | undefined>(requested.map((name) => [name, undefined]));
  for (const [name] of cameBy) {
    if (name === feature) break;
    for (const edge of edges) if (edge.from === name && !cameBy.has(edge.to)) cameBy.set(edge.to, edge);
  }
  const path: RequirementEdge[] = [];
  for (let edge = cameBy.get(feature); edge !== undefined; edge = cameBy.get(edge.from)) path.unshift(edge);
  return path;
}
