export type Form = 'folder' | 'package' | 'nx-library';

export interface Options {
  readonly form: 'auto' | Form;
  readonly contexts: Readonly<Record<string, { readonly about?: string }>>;
  /** Who hears of whom. */
  readonly relations: Readonly<Record<string, Relation>>;
  /** What people had before that belongs into a context. */
  readonly moves: Readonly<Record<string, MoveWish>>;
}

export interface Relation {
  readonly upstream?: string;
  readonly downstream?: string;
  /** Types of the upstream's events: `order.placed`. */
  readonly events?: readonly string[];
  readonly kind?: string;
}

export interface MoveWish {
  readonly file?: string;
  readonly context?: string;
  readonly layer?: string;
}

/** How two contexts get along; of these, only the first three translate what they hear. */
export const KINDS = ['anti-corruption', 'customer-supplier', 'published-language', 'conformist'] as const;

export const LAYERS = ['domain', 'application', 'infrastructure', 'api'] as const;

/** Whether the downstream has words of its own, and so a mapper. */
export function translates({ kind }: Relation): boolean {
  return kind !== 'conformist';
}
