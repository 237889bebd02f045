import type { Problem, Wiring } from '@joinery/engine';
import type { Profile } from '@joinery/kit';
import type { ArrayLiteralExpression, Block, ExpressionStatement, ObjectLiteralExpression } from 'ts-morph';
import type { Node } from '../syntax/morph.ts';
import type { Source } from '../syntax/source.ts';
import type { Sources } from '../syntax/sources.ts';
import type { EditStyle } from '../syntax/style.ts';

/** Where one edit for a wiring goes. The symbol's local name is filled in later. */
export type Place =
  | { readonly kind: 'after'; readonly source: Source; readonly statement: Node; readonly argument: string }
  | { readonly kind: 'before'; readonly source: Source; readonly statement: Node; readonly argument: string }
  | { readonly kind: 'first'; readonly source: Source; readonly block: Block; readonly argument: string }
  | { readonly kind: 'name'; readonly source: Source; readonly statement: ExpressionStatement }
  | { readonly kind: 'wrap'; readonly source: Source; readonly expression: Node }
  | { readonly kind: 'element'; readonly source: Source; readonly list: ArrayLiteralExpression }
  | {
      readonly kind: 'property';
      readonly source: Source;
      readonly object: ObjectLiteralExpression;
      readonly name: string;
    };

/** A wiring that needs a call or a reference in the host; preloads are the same in every framework. */
export type SymbolWiring = Exclude<Wiring, { readonly kind: 'preload' }>;

export interface PlaceContext {
  readonly sources: Sources;
  readonly profile: Profile;
  readonly entry: string;
  readonly style: EditStyle;
}

/** Find where a wiring goes; more than one place only when exactly one of them runs. */
export type FindPlaces = (context: PlaceContext, wiring: SymbolWiring) => readonly Place[] | Problem;

/** Tell a refusal from places. */
export function isProblem<T extends object>(outcome: T | Problem): outcome is Problem {
  return 'kind' in outcome && outcome.kind === 'problem';
}
