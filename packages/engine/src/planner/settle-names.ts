import type { Contributed, SlotName } from '@joinery/kit';
import { EXIT, ProblemError } from '../problem.ts';

/** The slots in which a name stands for one thing in the whole service, whoever contributes it. */
const NAMED: ReadonlySet<SlotName> = new Set<SlotName>([
  'alerts.rules',
  'compose.services',
  'env.variables',
  'health.checks',
  'metrics.boundaries',
  'metrics.observations',
  'telemetry.packages',
  'telemetry.settings',
]);

/**
 * Merge contributions that several features make in the same words. Throws ProblemError `contributions-disagree` when
 * two features mean different things by one name.
 */
export function settleNames<S extends SlotName>(
  slot: S,
  contributions: readonly Contributed<S>[],
): readonly Contributed<S>[] {
  if (!NAMED.has(slot)) return contributions;
  const settled = new Map<string, Contributed<S>>();
  for (const one of contributions) {
    const name = 'name' in one ? String(one.name) : '';
    const first = settled.get(name);
    if (first === undefined) settled.set(name, one);
    else if (meaning(first) !== meaning(one)) throw disagree(slot, name, first.feature, one.feature);
  }
  return [...settled.values()];
}

function meaning({ feature: _, ...said }: { readonly feature: string }): string {
  return JSON.stringify(said);
}

function disagree(slot: string, name: string, one: string, other: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'contributions-disagree',
    exitCode: EXIT.unresolved,
    found: `\`${one}\` and \`${other}\` both contribute \`${name}\` to \`${slot}\`, and mean different things by it.`,
    todo: 'Remove one of them, or report this to their authors.',
  });
}
