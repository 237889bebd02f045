import type { Resolution } from '../resolution.ts';
import { type Drawing, drawing } from './drawing.ts';
import { tree } from './tree.ts';

export type GraphFormat = 'text' | 'mermaid' | 'dot' | 'json';

/** Draw who requires whom; of a conflict, what follows from what. The text ends with a newline. */
export function renderGraph(resolution: Resolution, format: GraphFormat): string {
  switch (format) {
    case 'text':
      return lines(resolution.status === 'resolved' ? tree(resolution) : resolution.explanation);
    case 'mermaid':
      return lines(mermaid(drawing(resolution)));
    case 'dot':
      return lines(dot(drawing(resolution)));
    case 'json':
      return lines([JSON.stringify(drawing(resolution), undefined, 2)]);
  }
}

function mermaid({ nodes, edges }: Drawing): readonly string[] {
  return [
    'flowchart TD',
    ...nodes.map(
      ({ id, label }) =>
        `  n${id}["${label.replaceAll('&', '#amp;').replaceAll('"', '#quot;').replaceAll('<', '#lt;')}"]`,
    ),
    ...edges.map(({ from, to, label }) => {
      const text =
        label === undefined ? '' : `|"${label.replaceAll('"', '#quot;').replaceAll('<', '#lt;')}"|`;
      return `  n${from} -->${text} n${to}`;
    }),
  ];
}

function dot({ nodes, edges }: Drawing): readonly string[] {
  return [
    'digraph joinery {',
    ...nodes.map(({ id, label }) => `  n${id} [label=${quoted(label)}];`),
    ...edges.map(
      ({ from, to, label }) =>
        `  n${from} -> n${to}${label === undefined ? '' : ` [label=${quoted(label)}]`};`,
    ),
    '}',
  ];
}

function quoted(label: string): string {
  return `"${label.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
