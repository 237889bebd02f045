/** The laws that are tried on hosts in memory; L4 and L10 belong to the doors. */
export type Law = 'L1' | 'L2' | 'L3' | 'L5' | 'L6' | 'L7' | 'L8';

/** What trying the laws showed. */
export interface LawReport {
  /** A sentence for each breach, with the host and the features; empty when all hold. */
  readonly faults: readonly string[];
  /** How often each law was tried. */
  readonly tried: Readonly<Record<Law, number>>;
  /** The features that fitted into a host. */
  readonly homes: readonly string[];
  /** Makes the same sets and orders again. */
  readonly seed: number;
}

/** Collects what is seen on the way. */
export class LawBook {
  readonly faults: string[] = [];
  readonly tried: Record<Law, number> = { L1: 0, L2: 0, L3: 0, L5: 0, L6: 0, L7: 0, L8: 0 };

  /** Note that a law was tried, and what is wrong if anything is. */
  note(law: Law, about: string, fault: string | undefined): void {
    this.tried[law] += 1;
    if (fault !== undefined) this.faults.push(`${law}: ${about}: ${fault}`);
  }
}
