import type { RequirementEdge, Resolved } from '../resolution.ts';

/** The chosen features as a tree from what was asked for; what was drawn already is not drawn again. */
export function tree(resolved: Resolved): readonly string[] {
  const drawn = new Set<string>();
  const roots = resolved.requested.filter((name) => Object.hasOwn(resolved.versions, name));
  const asked = roots.length > 0 ? roots : Object.keys(resolved.versions);
  return asked.flatMap((name) => [label(resolved, name), ...branches(resolved, name, '', drawn)]);
}

function branches(resolved: Resolved, name: string, indent: string, drawn: Set<string>): readonly string[] {
  if (drawn.has(name)) return [];
  drawn.add(name);
  const below = resolved.edges.filter(({ from }) => from === name);
  return below.flatMap((edge, index) => {
    const isLast = index === below.length - 1;
    const again =
      drawn.has(edge.to) && resolved.edges.some(({ from }) => from === edge.to) ? ', see above' : '';
    const line = `${indent}${isLast ? '└── ' : '├── '}${label(resolved, edge.to)} (${asWhat(edge)}${again})`;
    return [line, ...branches(resolved, edge.to, `${indent}${isLast ? '    ' : '│   '}`, drawn)];
  });
}

function asWhat({ to, name, range }: RequirementEdge): string {
  return name === to ? range : `${name} ${range}`;
}

function label(resolved: Resolved, name: string): string {
  return `${name} ${resolved.versions[name]}`;
}
