import type { Plan, Skipped } from '@joinery/engine';

/** A plan that says what of a tier it leaves out, and why. */
export function withSkipped(plan: Plan, skipped: readonly Skipped[]): Plan {
  if (skipped.length === 0) return plan;
  const left = skipped.map(({ feature, because }) => `\`${feature}\` is left out: ${because}`);
  return { ...plan, warnings: [...plan.warnings, ...left] };
}
