import { EXIT, type Problem, type Snippet } from '@joinery/engine';
import type { Node } from '../syntax/morph.ts';
import { placeOf, type Source } from '../syntax/source.ts';

/** What a refusal says; the snippets to paste are added by whoever knows the imports. */
export interface Refusal {
  readonly id: string;
  readonly found: string;
  readonly todo: string;
  readonly places?: readonly string[];
  readonly snippets?: readonly Snippet[];
}

/** Refuse an edit: nothing is written. */
export function refuse(refusal: Refusal): Problem {
  return { kind: 'problem', exitCode: EXIT.refused, ...refusal };
}

/** Name where nodes are: `src/app.ts:7`. */
export function placesOf(
  nodes: readonly { readonly source: Source; readonly node: Node }[],
): readonly string[] {
  return nodes.map(({ source, node }) => placeOf(source, node.getStart()));
}
