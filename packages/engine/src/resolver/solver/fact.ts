import type { Range, Tier } from '@joinery/kit';

/** A fact of the input, as an incompatibility states it. The versions it is about are in the terms. */
export type Fact = Wanted | Declared;

/** What the user, or the host, says. These are what a fix may change. */
export type Wanted =
  | { readonly kind: 'present'; readonly feature: string }
  | { readonly kind: 'range'; readonly feature: string; readonly range: Range }
  | { readonly kind: 'asked'; readonly feature: string; readonly range: Range }
  | { readonly kind: 'excluded'; readonly feature: string }
  | { readonly kind: 'tier'; readonly tier: Tier }
  | { readonly kind: 'host'; readonly name: string; readonly version: string; readonly evidence?: string };

/** What a feature's manifest says. `feature` is whose. */
export type Declared =
  | {
      readonly kind: 'requires';
      readonly feature: string;
      readonly name: string;
      readonly ranges: readonly Range[];
    }
  | {
      readonly kind: 'optional';
      readonly feature: string;
      readonly name: string;
      readonly ranges: readonly Range[];
    }
  | {
      readonly kind: 'conflicts';
      readonly feature: string;
      readonly name: string;
      readonly ranges: readonly Range[];
      readonly because: string;
    }
  | { readonly kind: 'exclusive'; readonly feature: string; readonly name: string; readonly other: string }
  | {
      readonly kind: 'needs-host';
      readonly feature: string;
      readonly name: string;
      readonly ranges: readonly Range[];
    }
  | { readonly kind: 'needs-tier'; readonly feature: string; readonly min?: Tier; readonly max?: Tier };
