import { cpSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from '../running/joinery.ts';
import { runOrThrow } from '../running/run-command.ts';
import { say } from './narrate.ts';

/** Copy the example to a folder of its own, under git. */
export async function makeService(): Promise<string> {
  const folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'joinery-demo-'))), 'orders');
  cpSync(join(ROOT, 'examples/orders-express'), folder, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist'].includes(basename(path)),
  });
  writeFileSync(join(folder, '.gitignore'), 'node_modules\ndist\n');
  for (const words of [
    ['git', 'init', '--quiet'],
    ['git', 'config', 'user.name', 'Demo'],
    ['git', 'config', 'user.email', 'demo@example.com'],
    ['git', 'add', '--all'],
    ['git', 'commit', '--quiet', '--message', 'A service'],
  ]) {
    await runOrThrow(words, { cwd: folder });
  }
  say(`   ${folder}`);
  return folder;
}
