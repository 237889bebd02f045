import type { Paint } from '@joinery/door';
import { BASE_FOLDER, type Change, LOCKFILE, type Plan, type Tree } from '@joinery/engine';
import { createTwoFilesPatch } from 'diff';

/** The plan as unified diffs, as `git diff` would show it; of Joinery's own state only the number of files is told. */
export function diffText(plan: Plan, tree: Tree, paint: Paint): string {
  const shown = plan.changes.filter(({ path }) => !isState(path));
  const left = plan.changes.length - shown.length;
  const rest = `${paint.dim(`and ${left} ${left === 1 ? 'file' : 'files'} of Joinery's own state`)}\n`;
  return [...shown.map((change) => fileDiff(change, tree, paint)), ...(left === 0 ? [] : [rest])].join('\n');
}

function isState(path: string): boolean {
  return path === LOCKFILE || path.startsWith(`${BASE_FOLDER}/`);
}

function fileDiff(change: Change, tree: Tree, paint: Paint): string {
  return diffLines(change, tree)
    .map((line) => colourLine(line, paint))
    .join('\n');
}

/** One file's change as a unified diff, line by line. */
export function diffLines(change: Change, tree: Tree): readonly string[] {
  const { path } = change;
  const before = change.kind === 'create' ? '' : (tree.read(path) ?? '');
  const after = change.kind === 'delete' ? '' : change.text;
  const from = change.kind === 'create' ? '/dev/null' : `a/${path}`;
  const to = change.kind === 'delete' ? '/dev/null' : `b/${path}`;
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 });
  return patch.split('\n').filter((line) => !line.startsWith('==='));
}

function colourLine(line: string, paint: Paint): string {
  const text = line.replace(/[\t\r]+$/, '');
  if (line.startsWith('+++') || line.startsWith('---')) return paint.bold(text);
  if (line.startsWith('@@')) return paint.cyan(text);
  if (line.startsWith('+')) return paint.green(text);
  return line.startsWith('-') ? paint.red(text) : text;
}
