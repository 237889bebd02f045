/** What a generator of this package is for. */
export interface Declaration {
  readonly description: string;
  /** The feature it adds; absent for `yo joinery`, which asks. */
  readonly feature?: string;
  /** Options of that feature. */
  readonly options: readonly FeatureOption[];
  /** What that feature generates; the first is meant when no kind is named. */
  readonly generators?: readonly FeatureKind[];
}

export interface FeatureKind {
  readonly kind: string;
  readonly summary: string;
  /** Argument → what it says. */
  readonly arguments: Readonly<Record<string, string>>;
}

export interface FeatureOption {
  readonly name: string;
  /** A JSON Schema type. */
  readonly type: string;
  readonly description: string;
}
