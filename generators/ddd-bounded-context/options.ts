export interface Options {
  readonly contexts: Readonly<Record<string, { readonly about?: string }>>;
  /** Who hears of whom. */
  readonly relations: Readonly<Record<string, { readonly upstream?: string; readonly downstream?: string }>>;
}
