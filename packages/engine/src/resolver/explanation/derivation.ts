import type { Incompatibility } from '../solver/incompatibility.ts';

/** Everything a proof rests on, causes before what follows from them. Written without recursion: proofs are deep. */
export function derivation(proof: Incompatibility): readonly Incompatibility[] {
  const ordered = new Set<Incompatibility>();
  const stack: Incompatibility[] = [proof];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const missing =
      top.cause.kind === 'derived'
        ? [top.cause.right, top.cause.left].filter((one) => !ordered.has(one))
        : [];
    if (missing.length > 0 && !ordered.has(top)) {
      stack.push(...missing);
      continue;
    }
    stack.pop();
    ordered.add(top);
  }
  return [...ordered];
}

/** The facts of the input that a proof rests on. */
export function leaves(proof: Incompatibility): readonly Incompatibility[] {
  return derivation(proof).filter(({ cause }) => cause.kind === 'fact');
}
