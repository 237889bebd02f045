/** Why there is no solution, as a graph of facts and what follows from them. See docs/resolver.md#causes. */
export interface CausesGraph {
  /** Numbers of the nodes that say "this can't be", one for each conflict. */
  readonly conflicts: readonly number[];
  /** A node only refers to nodes before it. */
  readonly nodes: readonly CauseNode[];
}

export type CauseNode = FactNode | DerivedNode;

/** Something the input says. */
export interface FactNode {
  readonly id: number;
  readonly kind: 'fact';
  /** What kind of fact: `asked`, `requires`, `conflicts` … */
  readonly fact: string;
  /** Whose, when it is a feature's or the host's. */
  readonly subject?: string;
  /** What these terms say can't all be true. */
  readonly terms: readonly CauseTerm[];
  readonly sentence: string;
}

/** What follows from other nodes. */
export interface DerivedNode {
  readonly id: number;
  readonly kind: 'derived';
  /** Two nodes; more where the proof is too long to be written out and these are the facts it rests on. */
  readonly from: readonly number[];
  readonly terms: readonly CauseTerm[];
  readonly sentence: string;
}

/** A package being one of these versions, or, where `absent`, not being there. */
export interface CauseTerm {
  readonly kind: 'feature' | 'host' | 'tier';
  readonly name: string;
  readonly absent: boolean;
  readonly versions: readonly string[];
}
