import pc from 'picocolors';
import { joinery } from '../running/joinery.ts';
import { say } from './narrate.ts';

/** Where the features are composed; the one new file that is worth reading first. */
const COMPOSITION_ROOT = 'src/platform/index.ts';

/** Show the diff that adding features would make, without the texts of other new files. */
export async function showDiff(features: readonly string[], folder: string): Promise<void> {
  const args = ['add', ...features, '--dry-run', '--diff'];
  say(pc.dim(`\n$ joinery ${args.join(' ')}`));
  const { exitCode, output } = await joinery(args, { cwd: folder });
  if (exitCode !== 0) throw new Error(output);
  const diffs = output
    .split(/^(?=--- )/m)
    .filter((part) => part.startsWith('--- '))
    .map((part) => part.replace(/^Plan for .*/ms, ''));
  const telling = diffs.filter(
    (diff) => !diff.startsWith('--- /dev/null') || diff.includes(COMPOSITION_ROOT),
  );
  for (const diff of telling) say(diff.trimEnd().split('\n').map(painted).join('\n'));
  say(pc.dim(`… and the texts of ${diffs.length - telling.length} other new files`));
}

function painted(line: string): string {
  if (/^(---|\+\+\+) /.test(line)) return pc.bold(line);
  if (line.startsWith('+')) return pc.green(line);
  if (line.startsWith('-')) return pc.red(line);
  return line;
}
