import type { Wanted } from '../solver/fact.ts';
import type { Wish } from '../universe/wish.ts';

/** One thing the user, or the host, could give in on: a wanted fact, taken apart and named. */
export interface Concession {
  readonly kind: 'any-version' | 'without' | 'allow' | 'any-tier' | 'any-host';
  /** The feature or host fact; empty for the tier. */
  readonly name: string;
}

/** How much each concession hurts; a fix is the cheapest set that helps. */
const COST: { readonly [kind in Concession['kind']]: number } = {
  'any-version': 1,
  allow: 2,
  'any-tier': 3,
  'any-host': 3,
  without: 4,
};

export function costOf(concessions: readonly Concession[]): number {
  return concessions.reduce((sum, { kind }) => sum + COST[kind], 0);
}

export function keyOf({ kind, name }: Concession): string {
  return `${kind} ${name}`;
}

/** What could be conceded to undo wanted facts. */
export function concessionsFor(wanted: readonly Wanted[]): readonly Concession[] {
  return wanted.flatMap(concessionsForOne);
}

function concessionsForOne(fact: Wanted): readonly Concession[] {
  switch (fact.kind) {
    case 'present':
      return [{ kind: 'without', name: fact.feature }];
    case 'range':
      return [{ kind: 'any-version', name: fact.feature }];
    case 'asked': {
      const name = fact.feature;
      return [
        { kind: 'any-version', name },
        { kind: 'without', name },
      ];
    }
    case 'excluded':
      return [{ kind: 'allow', name: fact.feature }];
    case 'tier':
      return [{ kind: 'any-tier', name: '' }];
    case 'host':
      return [{ kind: 'any-host', name: fact.name }];
  }
}

/** The wish that is left once concessions are made. */
export function concede(wish: Wish, concessions: readonly Concession[]): Wish {
  const features = new Map(wish.features);
  const host = new Map(wish.host);
  const allowed = new Set<string>();
  let { tier } = wish;
  for (const { kind, name } of concessions) {
    if (kind === 'without') features.delete(name);
    if (kind === 'any-version' && features.has(name)) features.set(name, undefined);
    if (kind === 'any-host') host.delete(name);
    if (kind === 'any-tier') tier = undefined;
    if (kind === 'allow') allowed.add(name);
  }
  return { ...wish, features, host, tier, exclude: wish.exclude.filter((name) => !allowed.has(name)) };
}
