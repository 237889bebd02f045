import { EXIT, ProblemError } from '../../problem.ts';
import type { Incompatibility } from '../solver/incompatibility.ts';
import type { Package } from '../solver/question.ts';
import { sets, type VersionSet } from '../solver/version-set.ts';
import { tableOf, type UniverseIndex } from './universe-index.ts';
import type { Wish } from './wish.ts';

/** A universe and a wish on their way to becoming packages and incompatibilities. */
export interface Encoding {
  readonly index: UniverseIndex;
  readonly wish: Wish;
  readonly packages: Package[];
  /** Kind and name → package number. */
  readonly numbers: { readonly [kind in Package['kind']]: Map<string, number> };
  /** Package → what has been stated of it already, so that a fact about many versions is stated once. */
  readonly stated: Map<number, Set<string>>;
  /** Package → versions whose facts have been stated. */
  readonly loaded: Map<number, Set<number>>;
  /** Facts waiting to be handed to the search. */
  readonly fresh: Incompatibility[];
}

export function encoding(index: UniverseIndex, wish: Wish): Encoding {
  const numbers = { feature: new Map(), host: new Map(), tier: new Map() };
  return { index, wish, packages: [], numbers, stated: new Map(), loaded: new Map(), fresh: [] };
}

/** The number of a package, which is made when it is first met. */
export function packageNumber(
  encoding: Encoding,
  kind: Package['kind'],
  name: string,
  versions: readonly string[],
): number {
  const known = encoding.numbers[kind].get(name);
  if (known !== undefined) return known;
  const number = encoding.packages.push({ kind, name, versions, full: sets.everything(versions.length) }) - 1;
  encoding.numbers[kind].set(name, number);
  return number;
}

/** A feature's package, and its versions outside a set, absence left aside. */
export function featureNumber(encoding: Encoding, feature: string): number {
  const table = tableOf(encoding.index, feature);
  if (table !== undefined) return packageNumber(encoding, 'feature', feature, table.versions);
  throw new ProblemError({
    kind: 'problem',
    id: 'unknown-feature',
    exitCode: EXIT.error,
    found: `There is no feature \`${feature}\`.`,
    todo: 'Run `joinery list` to see those there are.',
  });
}

/** Complement within a package: what the package may be besides the given set. */
export function besides(encoding: Encoding, number: number, set: VersionSet): VersionSet {
  return sets.complement(set, encoding.packages[number]?.versions.length ?? 0);
}

/** Take the facts stated since the last call. */
export function takeFresh(encoding: Encoding): readonly Incompatibility[] {
  return encoding.fresh.splice(0);
}
