import type { JsonSchema } from './json-schema.ts';

/** Keys and indexes from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** Something a document gets wrong, and where. */
export type Finding =
  | { readonly kind: 'missing-key'; readonly path: Path; readonly key: string }
  | {
      readonly kind: 'unknown-key';
      readonly path: Path;
      readonly key: string;
      readonly known: readonly string[];
    }
  | { readonly kind: 'wrong-type'; readonly path: Path; readonly value: unknown; readonly type: string }
  | {
      readonly kind: 'wrong-value';
      readonly path: Path;
      readonly value: unknown;
      readonly allowed: readonly string[];
    }
  | { readonly kind: 'bad-name'; readonly path: Path; readonly value: string }
  | { readonly kind: 'bad-version'; readonly path: Path; readonly value: string }
  | { readonly kind: 'bad-range'; readonly path: Path; readonly value: string }
  | { readonly kind: 'bad-text'; readonly path: Path; readonly value: string }
  | { readonly kind: 'repeated-value'; readonly path: Path; readonly value: string }
  | { readonly kind: 'self-dependency'; readonly path: Path; readonly name: string }
  | {
      readonly kind: 'duplicate-feature';
      readonly path: Path;
      readonly name: string;
      readonly version: string;
    }
  | {
      readonly kind: 'unknown-name';
      readonly path: Path;
      readonly name: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: 'bad-expression';
      readonly path: Path;
      readonly value: string;
      readonly reason: string;
    }
  | { readonly kind: 'empty-tiers'; readonly path: Path; readonly min: string; readonly max: string }
  | { readonly kind: 'invalid-json'; readonly path: Path; readonly reason: string };

/** What a format is called when it is not met. */
export const FORMAT_FINDING = {
  semver: 'bad-version',
  'semver-range': 'bad-range',
  'feature-name': 'bad-name',
} as const satisfies { readonly [format in NonNullable<JsonSchema['format']>]: Finding['kind'] };
