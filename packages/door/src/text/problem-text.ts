import type { Problem, Snippet } from '@joinery/engine';
import type { Paint } from './paint.ts';

/** A problem for people: what was found, where, what to paste, and the next step. */
export function problemText(problem: Problem, paint: Paint): string {
  const places = problem.places ?? [];
  const parts = [
    `${paint.red('error')}${paint.dim(`[${problem.id}]`)}: ${problem.found}`,
    ...(places.length === 0 ? [] : [places.map((place) => `  at ${paint.cyan(place)}`).join('\n')]),
    ...(problem.snippets ?? []).map((snippet) => snippetText(snippet, paint)),
    `${paint.bold('hint:')} ${problem.todo}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function snippetText({ file, where, text }: Snippet, paint: Paint): string {
  const lines = text.trimEnd().split('\n');
  return [`  ${paint.cyan(file)}, ${where}:`, '', ...lines.map((line) => `    ${line}`.trimEnd())].join('\n');
}
