import type { Code, CodePart } from '@joinery/kit';

/**
 * Settle, in everything of a contribution that is code, which constants are there: a reference to one that no feature
 * declares becomes its fallback.
 */
export function settleReferences<T extends object>(contribution: T, declared: ReadonlySet<string>): T {
  const entries = Object.entries(contribution).map(([key, value]) => [
    key,
    isCode(value) ? { ...value, parts: settled(value.parts, declared) } : value,
  ]);
  return Object.fromEntries(entries) as T;
}

function settled(parts: readonly CodePart[], declared: ReadonlySet<string>): readonly CodePart[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part.kind === 'symbol') return [part];
    if (part.fallback === undefined) return [part];
    return declared.has(part.name)
      ? [{ kind: 'instance' as const, name: part.name }]
      : settled(part.fallback.parts, declared);
  });
}

function isCode(value: unknown): value is Code {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'code';
}
