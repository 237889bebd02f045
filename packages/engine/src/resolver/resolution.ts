import type { Range } from '@joinery/kit';
import type { CausesGraph } from './explanation/causes.ts';
import type { ResolveRequest } from './request.ts';

/** The chosen set. */
export interface Resolved {
  readonly status: 'resolved';
  /** Feature → chosen version, sorted by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Capability → the features that provide it. */
  readonly providers: Readonly<Record<string, readonly string[]>>;
  /** Feature → who pulled it in, and why it was chosen where others would have done, as a sentence. */
  readonly because: Readonly<Record<string, string>>;
  /** What was asked for, sorted. */
  readonly requested: readonly string[];
  /** Who requires whom, and as what; sorted. */
  readonly edges: readonly RequirementEdge[];
  /** Features that require each other, each as a path that ends where it began. */
  readonly cycles: readonly (readonly string[])[];
}

/** One chosen feature requiring something that another one is or provides. */
export interface RequirementEdge {
  readonly from: string;
  readonly to: string;
  /** The name required: the other feature's, or a capability's. */
  readonly name: string;
  readonly range: Range;
}

/** A fix that has been tried: resolving with it succeeds. */
export interface Fix {
  /** In the imperative: ``remove `storage-sqlite` ``. */
  readonly change: string;
  /** What it leads to. */
  readonly consequence: string;
  /** The command that does it. */
  readonly command: string;
  /** The request that was tried, to be resolved again when the fix is taken. */
  readonly request: ResolveRequest;
}

/** Why nothing fits, and what would. */
export interface Unsolvable {
  readonly status: 'unsolvable';
  /** Sentences, one a line, reading from the top. */
  readonly explanation: readonly string[];
  /** The derivation as a graph; see docs/resolver.md#causes. */
  readonly causes: CausesGraph;
  readonly fixes: readonly Fix[];
  /** Set when the search ended without an answer: how much work it did. Then nothing is proven. */
  readonly gaveUpAfter?: number;
}

export type Resolution = Resolved | Unsolvable;
