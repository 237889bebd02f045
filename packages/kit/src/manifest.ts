import type { Tier } from './tier.ts';

/** A semver range exactly as npm's `semver` package means it, e.g. `^1.2.0 || 3.x`. */
export type Range = string;

/** The frameworks Joinery knows how to edit. `nest` covers both of its HTTP platforms. */
export const FRAMEWORKS = ['express', 'fastify', 'nest', 'koa', 'hono', 'node-http'] as const;

export type Framework = (typeof FRAMEWORKS)[number];

/** Why and with what a feature can't be together. */
export interface DeclaredConflict {
  readonly range: Range;
  /** A clause that completes "…, because", e.g. `both would record the same burn rates`. */
  readonly because: string;
}

/** When `recommend` should name this feature, and why. */
export interface Recommendation {
  /** An expression over the host, e.g. `signal('listens') and not signal('signal-handler')`; see docs/write-a-feature.md. */
  readonly when: string;
  readonly because: string;
}

/** How the text that a person gives for an argument is read. */
export type ArgumentForm = 'text' | 'words' | 'fields';

/** Something that a feature can be asked for many times: `joinery generate ddd-aggregate:entity OrderLine --of Order`. */
export interface Generator {
  readonly summary: string;
  /** The option that it adds to: an object with an entry for each name. The feature's plan does the rest. */
  readonly option: string;
  /**
   * What else is said, by name; kept in the entry. `text` is kept as it is, `words` (`a,b`) as a list, and `fields`
   * (`total:Money,status:enum(placed|paid)`) as an object. What is there already stays, and is added to.
   */
  readonly arguments?: Readonly<
    Record<string, { readonly form: ArgumentForm; readonly description: string }>
  >;
}

/**
 * A feature's static declaration: the `joinery` field of its package.json.
 * It is read without running any of the feature's code.
 */
export interface Manifest {
  readonly schema: 1;
  readonly title: string;
  readonly summary: string;
  readonly category: string;
  /**
   * The tiers at which it can be had, and `preset`: from which tier on a service gets it when a tier is asked for
   * instead of features. Without `preset` it comes only when it is named or needed.
   */
  readonly tiers?: { readonly min?: Tier; readonly max?: Tier; readonly preset?: Tier };
  /** Capability → the version provided, e.g. `{ "http.health": "1.0.0" }`. */
  readonly provides?: Readonly<Record<string, string>>;
  /** Feature or capability → range needed. */
  readonly requires?: Readonly<Record<string, Range>>;
  /** Feature or capability → range accepted when it is present; never pulled in. */
  readonly optional?: Readonly<Record<string, Range>>;
  readonly conflicts?: Readonly<Record<string, DeclaredConflict>>;
  /** Capabilities of which this feature must be the only provider. */
  readonly exclusive?: readonly string[];
  /** Host fact (`node`, a framework, `typescript`, a package manager, any dependency) → range accepted if present. */
  readonly host?: Readonly<Record<string, Range>>;
  readonly frameworks?: readonly Framework[];
  readonly recommend?: readonly Recommendation[];
  /** Path of the JSON Schema of the feature's options, inside its package. */
  readonly options?: string;
  /** What it generates, by kind; the first is meant when none is named. */
  readonly generators?: Readonly<Record<string, Generator>>;
}
