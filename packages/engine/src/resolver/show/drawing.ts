import type { Resolution } from '../resolution.ts';

/** A graph in its simplest form: numbered nodes with a text, and arrows. */
export interface Drawing {
  readonly nodes: readonly { readonly id: number; readonly label: string }[];
  readonly edges: readonly { readonly from: number; readonly to: number; readonly label?: string }[];
}

/** Features and their requirements; of a conflict, sentences and what follows from them. */
export function drawing(resolution: Resolution): Drawing {
  if (resolution.status === 'unsolvable') {
    const { nodes } = resolution.causes;
    return {
      nodes: nodes.map(({ id, sentence }) => ({ id, label: sentence })),
      edges: nodes.flatMap((node) =>
        node.kind === 'derived' ? node.from.map((from) => ({ from, to: node.id })) : [],
      ),
    };
  }
  const names = Object.keys(resolution.versions);
  const ids = new Map(names.map((name, id) => [name, id]));
  return {
    nodes: names.map((name, id) => ({ id, label: `${name} ${resolution.versions[name]}` })),
    edges: resolution.edges.map(({ from, to, name, range }) => ({
      from: ids.get(from) ?? 0,
      to: ids.get(to) ?? 0,
      label: name === to ? range : `${name} ${range}`,
    })),
  };
}
