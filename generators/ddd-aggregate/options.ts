/** The types of fields by name, as people wrote them. */
export type FieldTexts = Readonly<Record<string, string>>;

export interface Options {
  readonly aggregates: Readonly<Record<string, { readonly fields?: FieldTexts; readonly context?: string }>>;
  readonly entities: Readonly<Record<string, { readonly of?: string; readonly fields?: FieldTexts }>>;
  readonly valueObjects: Readonly<Record<string, { readonly fields?: FieldTexts }>>;
  readonly events: Readonly<Record<string, { readonly of?: string; readonly fields?: FieldTexts }>>;
  readonly commands: Readonly<Record<string, { readonly of?: string; readonly raises?: string }>>;
}
