import type { Json, Manifest, PackageManager, Range, Tier } from '@joinery/kit';

/** One version of one feature, as the resolver sees it. Also the entry of a `--catalog` file. */
export interface CatalogEntry
  extends Partial<
    Pick<Manifest, 'requires' | 'optional' | 'conflicts' | 'provides' | 'exclusive' | 'tiers' | 'host'>
  > {
  readonly name: string;
  readonly version: string;
}

/** Every version of every feature that could matter. */
export interface Universe {
  readonly features: readonly CatalogEntry[];
}

/** What is wanted, and what is known of the host. */
export interface ResolveRequest {
  /** Feature → range; `*` for any. */
  readonly features: Readonly<Record<string, Range>>;
  readonly exclude?: readonly string[];
  readonly tier?: Tier;
  /** Host fact → version: `{ "node": "20.19.0", "express": "5.1.0" }`. */
  readonly host?: Readonly<Record<string, string>>;
  /** Host fact → where it was found, for explanations: `package.json`. */
  readonly evidence?: Readonly<Record<string, string>>;
  /** What installs the host's packages, for the commands of fixes; npm unless told. */
  readonly manager?: PackageManager;
  /** Feature → option → value that was asked with it, for the commands of fixes. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** From where, and with which words besides, `joinery` was called; for the commands of fixes. */
  readonly called?: Called;
  /** Versions to keep where possible. */
  readonly lock?: Readonly<Record<string, string>>;
  /** `newest` ignores the lock. */
  readonly prefer?: 'newest' | 'lock';
}

/** How a person called `joinery`. */
export interface Called {
  /** The folder that was given by `-C`: `services/orders`. */
  readonly folder?: string;
  /** `['--catalog', 'features.json']`. */
  readonly words?: readonly string[];
}
