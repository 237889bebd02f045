/** A service to try Joinery on: a local checkout, or a folder of one. */
export interface Repo {
  readonly name: string;
  /** The checkout. */
  readonly path: string;
  /** The service's folder inside it; the checkout itself unless told. */
  readonly service?: string;
  /** What it is, in a few words: `Express, class-based app`. */
  readonly shape?: string;
  readonly commit?: string;
  /** What the service needs in its environment to start. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a check came out before Joinery and after; absent where there was nothing to check. */
export interface Compared {
  readonly before: string;
  readonly after: string;
  /** Whether it is no worse than before. */
  readonly holds: boolean;
}

/** What was seen of one repository. */
export interface Trial {
  readonly name: string;
  readonly shape: string;
  readonly commit: string;
  /** What the profile found: framework, module system, entry, package manager. */
  readonly found: string;
  /** Which family of features was tried. */
  readonly family: string;
  /** `nothing`: the tier brings nothing that this service can have. */
  readonly outcome: 'applied' | 'nothing' | 'refused' | 'broken';
  /** All features that came, sorted. */
  readonly features: readonly string[];
  /** What a tier brings and this service does not get, and why. */
  readonly leftOut: readonly string[];
  /** Of a refusal: its id and what it said. */
  readonly refusal?: string;
  /** Existing files that were edited. */
  readonly edited: readonly string[];
  readonly created: number;
  /** Lines that git counts in the existing files: inserted, and taken out or changed. */
  readonly lines?: { readonly inserted: number; readonly touched: number };
  /** Characters of existing files that are gone; the promise is none. */
  readonly charactersLost?: number;
  readonly types?: Compared;
  readonly tests?: Compared;
  readonly boot?: Compared;
  /** Files that a second run, and a removal, leave different. */
  readonly again?: readonly string[];
  readonly removed?: readonly string[];
  /** What was noticed: `src/app.ts(3,1): error …`. */
  readonly notes: readonly string[];
  readonly seconds: number;
}

/** The last trial of each family on each repository. */
export function latest(trials: readonly Trial[]): readonly Trial[] {
  return [...new Map(trials.map((trial) => [`${trial.family} ${trial.name}`, trial])).values()];
}
