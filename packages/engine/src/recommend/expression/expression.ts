/** What a manifest's `when` says, parsed. */
export type Expression =
  | { readonly kind: 'call'; readonly word: Word; readonly name: string; readonly atLeast: number }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] };

/** What can be asked of a host; each takes one name in quotes. Documented in docs/write-a-feature.md#when-it-is-recommended. */
export const WORDS = ['dependency', 'signal', 'file', 'framework', 'feature'] as const;

export type Word = (typeof WORDS)[number];
