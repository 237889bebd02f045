/** What a generator of this package is for. */
export interface Declaration {
  readonly description: string;
  /** The feature it adds; absent for `yo joinery`, which asks. */
  readonly feature?: string;
  /** Options of that feature. */
  readonly options: readonly FeatureOption[];
}

export interface FeatureOption {
  readonly name: string;
  /** A JSON Schema type. */
  readonly type: string;
  readonly description: string;
}
