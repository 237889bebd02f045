import type { Resolved } from '../resolver/resolution.ts';

/** Every chosen feature that requires another one, directly or through others; sorted. */
export function requiredBy({ edges }: Pick<Resolved, 'edges'>, name: string): readonly string[] {
  const found = new Set<string>();
  const queue = [name];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const { from, to } of edges) {
      if (to !== next || from === name || found.has(from)) continue;
      found.add(from);
      queue.push(from);
    }
  }
  return [...found].sort();
}
