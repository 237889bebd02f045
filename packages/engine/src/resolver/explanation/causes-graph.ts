import type { Incompatibility } from '../solver/incompatibility.ts';
import { sets } from '../solver/version-set.ts';
import type { Encoding } from '../universe/encoding.ts';
import type { CauseNode, CausesGraph, CauseTerm } from './causes.ts';
import type { Conflict } from './conflict.ts';
import { derivation, leaves } from './derivation.ts';
import { prose } from './prose.ts';

/** Write proofs down as a graph; facts that several conflicts share are written once. */
export function causesGraph(conflicts: readonly Conflict[]): CausesGraph {
  const nodes: CauseNode[] = [];
  const ids = new Map<Incompatibility, number>();
  for (const { encoding, proof } of conflicts) {
    for (const step of written(proof)) {
      if (ids.has(step)) continue;
      ids.set(step, nodes.length);
      nodes.push(node(encoding, step, nodes.length, ids));
    }
  }
  return { conflicts: conflicts.map(({ proof }) => ids.get(proof) ?? 0), nodes };
}

/** More steps than this are not read by anyone, or anything. */
const MAX_STEPS = 1000;

function written(proof: Incompatibility): readonly Incompatibility[] {
  const all = derivation(proof);
  return all.length > MAX_STEPS ? [...leaves(proof), proof] : all;
}

function node(
  encoding: Encoding,
  step: Incompatibility,
  id: number,
  ids: ReadonlyMap<Incompatibility, number>,
): CauseNode {
  const shared = { id, terms: terms(encoding, step), sentence: prose.alone(prose.clause(encoding, step)) };
  const { cause } = step;
  if (cause.kind === 'derived') {
    const direct = [ids.get(cause.left), ids.get(cause.right)].filter((from) => from !== undefined);
    const from = direct.length === 2 ? direct : leaves(step).map((leaf) => ids.get(leaf) ?? 0);
    return { ...shared, kind: 'derived', from };
  }
  const { fact } = cause;
  const subject = 'feature' in fact ? fact.feature : 'name' in fact ? fact.name : undefined;
  return { ...shared, kind: 'fact', fact: fact.kind, ...(subject === undefined ? {} : { subject }) };
}

function terms(encoding: Encoding, { packages, sets: known }: Incompatibility): readonly CauseTerm[] {
  return packages.flatMap((package_, index) => {
    const found = encoding.packages[package_];
    const set = known[index] ?? [];
    if (found === undefined) return [];
    const versions = sets.versions(set).map((version) => found.versions[version] ?? '');
    return [{ kind: found.kind, name: found.name, absent: sets.mayBeAbsent(set), versions }];
  });
}
