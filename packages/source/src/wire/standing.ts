import type { HostEdit } from '@joinery/engine';
import { declaredByResult } from '../edits/name-result.ts';
import { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import { edit, type Verb, type Wanted } from './records.ts';

/** Records for a wiring that stands without being recorded: by hand, or after a lost lockfile. */
export function recordsOf(
  source: Source,
  wanted: Exclude<Wanted, { readonly kind: 'preload' }>,
  uses: readonly Node[],
): readonly HostEdit[] {
  return [
    edit(source.path, 'import-symbol', wanted),
    ...uses.map((use) => edit(source.path, verbOf(use, wanted), wanted)),
  ];
}

function verbOf(use: Node, wanted: Wanted): Verb {
  const parent = use.getParent();
  if (Node.isArrayLiteralExpression(parent)) return 'add-element';
  if (!Node.isCallExpression(parent)) return 'insert-statement';
  if (wanted.kind === 'supervise-server' && declaredByResult(parent)) return 'name-result';
  return parent.getArguments().some(Node.isCallExpression) ? 'wrap-call' : 'insert-statement';
}
