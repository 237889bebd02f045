import type { Paint } from '@joinery/door';
import { BASE_FOLDER, type Change, type Plan, type Tree } from '@joinery/engine';
import { createTwoFilesPatch } from 'diff';

/** The plan as unified diffs, as `git diff` would show it; pristine copies of generated files are left out. */
export function diffText(plan: Plan, tree: Tree, paint: Paint): string {
  return plan.changes
    .filter(({ path }) => !path.startsWith(`${BASE_FOLDER}/`))
    .map((change) => fileDiff(change, tree, paint))
    .join('\n');
}

function fileDiff(change: Change, tree: Tree, paint: Paint): string {
  const { path } = change;
  const before = change.kind === 'create' ? '' : (tree.read(path) ?? '');
  const after = change.kind === 'delete' ? '' : change.text;
  const from = change.kind === 'create' ? '/dev/null' : `a/${path}`;
  const to = change.kind === 'delete' ? '/dev/null' : `b/${path}`;
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 });
  const lines = patch.split('\n').filter((line) => !line.startsWith('==='));
  return lines.map((line) => colourLine(line, paint)).join('\n');
}

function colourLine(line: string, paint: Paint): string {
  const text = line.replace(/[\t\r]+$/, '');
  if (line.startsWith('+++') || line.startsWith('---')) return paint.bold(text);
  if (line.startsWith('@@')) return paint.cyan(text);
  if (line.startsWith('+')) return paint.green(text);
  return line.startsWith('-') ? paint.red(text) : text;
}
