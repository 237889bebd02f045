import type { Plan } from '../planner/plan.ts';
import { check } from './check.ts';
import type { Finding } from './finding.ts';
import { parsed, type Reading, reading } from './reading.ts';
import { planSchema } from './schemas/plan-schema.ts';

/** Read a plan file, given as text or parsed: every problem at once. */
export function readPlan(input: unknown, file = 'the plan'): Reading<Plan> {
  const document = parsed(input);
  if ('finding' in document) return reading([document.finding], file, [], () => undefined as never);
  const findings = check(planSchema, document.json);
  const all = findings.length > 0 ? findings : incomplete(document.json as Plan);
  return reading(all, file, [], () => document.json as Plan);
}

/** What the kind of a change needs besides: the schema cannot say that. */
function incomplete({ changes }: Plan): readonly Finding[] {
  return changes.flatMap((change, index) => {
    const needed = { create: ['text'], update: ['text', 'before'], delete: ['before'] }[change.kind];
    return needed
      .filter((key) => !Object.hasOwn(change, key))
      .map((key): Finding => ({ kind: 'missing-key', path: ['changes', index], key }));
  });
}
