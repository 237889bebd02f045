import type { Conflict, Plan, Problem, Unsolvable } from '@joinery/engine';
import type { Paint } from './paint.ts';
import { planText } from './plan-text.ts';
import { problemText } from './problem-text.ts';

/** Whatever composing gave, for people. */
export function composedText(
  composed: Plan | Problem | Pick<Conflict, 'kind' | 'resolution'>,
  paint: Paint,
): string {
  if (composed.kind === 'plan') return planText(composed, paint);
  if (composed.kind === 'problem') return problemText(composed, paint);
  return unsolvableText(composed.resolution, paint);
}

function unsolvableText({ explanation, fixes }: Unsolvable, paint: Paint): string {
  const head = `${paint.red('error')}${paint.dim('[unsolvable]')}: These features do not fit together.`;
  const tried = fixes.flatMap((fix, index) => [
    `  ${index + 1}. ${fix.change}: ${fix.consequence}`,
    `     ${paint.cyan(fix.command)}`,
  ]);
  const hint =
    fixes.length === 0
      ? []
      : [[`${paint.bold('hint:')} each of these has been tried and works:`, ...tried].join('\n')];
  return `${[head, explanation.map((line) => `  ${line}`).join('\n'), ...hint].join('\n\n')}\n`;
}
