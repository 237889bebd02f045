import type { Run } from '../transaction/package-manager.ts';

/** Files of a folder that git would lose if the folder were reset; empty outside a repository. */
export async function uncommitted(folder: string, run: Run): Promise<readonly string[]> {
  const args = ['status', '--porcelain', '--', '.'];
  const { code, output } = await run({ program: 'git', args, folder, env: {} }, new AbortController().signal);
  return code === 0 ? output.split('\n').filter((line) => line.trim() !== '') : [];
}
