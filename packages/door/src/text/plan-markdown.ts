import { BASE_FOLDER, type Change, type Plan } from '@joinery/engine';

const SIGN = { create: 'added', update: 'changed', delete: 'deleted' } as const;

/** A comment longer than this is refused by the usual hosts of pull requests. */
const LONGEST = 60_000;

/**
 * A plan as a comment on a pull request: features, files with who asks for them and why, and the lines in a fold.
 *
 * @param diff the changes as a unified diff
 */
export function planMarkdown(plan: Plan, diff: string): string {
  if (plan.changes.length === 0) return `### Joinery: nothing to do for ${cell(plan.service)}\n`;
  const shown = plan.changes.filter(({ path }) => !path.startsWith(`${BASE_FOLDER}/`));
  const parts = [
    `### Joinery plan for ${cell(plan.service)}`,
    table(
      ['feature', 'version', '', 'why'],
      plan.features.map(({ name, version, state, because }) => [code(name), version, state, because]),
    ),
    ...conflictsOf(plan),
    table(
      ['file', '', 'for', 'why'],
      shown.map((change) => [code(change.path), SIGN[change.kind], forWhom(change), change.reason.because]),
    ),
    ...listOf('Warnings', plan.warnings),
    ...listOf(
      'After applying',
      plan.notes.map(({ feature, text }) => `**${feature}**: ${text}`),
    ),
    ...(plan.install.needed ? [`\`${plan.install.manager}\` installs the packages.`] : []),
    fold(diff),
  ];
  return `${parts.join('\n\n')}\n`;
}

function forWhom({ reason }: Change): string {
  return reason.owners.length === 0 ? "Joinery's own state" : reason.owners.map(code).join(', ');
}

function conflictsOf({ conflicts }: Plan): readonly string[] {
  return listOf(
    'Conflicts with your edits',
    conflicts.map(({ path, count }) => `${code(path)}: ${count}`),
  );
}

function listOf(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [[`**${title}**`, '', ...items.map((item) => `- ${item}`)].join('\n')];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** A fence longer than any in the text; what is too long for a comment is cut at a line, and says so. */
function fold(diff: string): string {
  const longest = Math.max(2, ...[...diff.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const cut = diff.length > LONGEST ? diff.slice(0, diff.lastIndexOf('\n', LONGEST)) : diff;
  const rest = cut === diff ? '' : '\n\nThe rest is too long for a comment: `joinery plan --diff` shows it.';
  return `<details><summary>Every line</summary>\n\n${fence}diff\n${cut.trimEnd()}\n${fence}${rest}\n\n</details>`;
}
