/** The chosen set. */
export interface Resolved {
  readonly status: 'resolved';
  /** Feature → chosen version, sorted by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Capability → the features that provide it. */
  readonly providers: Readonly<Record<string, readonly string[]>>;
}

/** A fix that has been tried: resolving with it succeeds. */
export interface Fix {
  /** In the imperative: ``remove `storage-sqlite` ``. */
  readonly change: string;
  /** What it leads to. */
  readonly consequence: string;
  /** The command that does it. */
  readonly command: string;
}

/** Why nothing fits, and what would. */
export interface Unsolvable {
  readonly status: 'unsolvable';
  /** Sentences, one a line, reading from the top. */
  readonly explanation: readonly string[];
  /** The derivation as a graph; see docs/resolver.md. */
  readonly causes: unknown;
  readonly fixes: readonly Fix[];
}

export type Resolution = Resolved | Unsolvable;
