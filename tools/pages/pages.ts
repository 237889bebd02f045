import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../running/joinery.ts';

/** The pages whose shell blocks are run: the README and the documentation, but for the records of decisions. */
export const PAGES: readonly string[] = ['README.md', ...documentation(join(ROOT, 'docs'))];

function documentation(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'decisions')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return documentation(path);
      return entry.name.endsWith('.md') ? [relative(ROOT, path)] : [];
    });
}
