import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { runOrThrow } from '../running/run-command.ts';
import type { Repo } from './trial.ts';

/** A copy of a checkout that may be changed; what is installed in the checkout is shared by hard links. */
export interface Copy {
  readonly root: string;
  readonly service: string;
  /** Every text that people or Joinery write, by path. */
  texts(): ReadonlyMap<string, string>;
  /** Put everything back to how it was copied, installed packages apart. */
  close(): void;
}

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'build', 'coverage', '.nx', 'logs']);

/** Copy a checkout below the system's folder for temporary files. */
export async function copyRepo(repo: Repo): Promise<Copy> {
  const root = mkdtempSync(join(tmpdir(), 'try-repos-'));
  cpSync(repo.path, root, {
    recursive: true,
    filter: (source) =>
      source === repo.path || (basename(source) !== 'node_modules' && basename(source) !== '.git'),
  });
  for (const folder of new Set(['', ...foldersTo(repo.service ?? '')])) {
    const modules = join(repo.path, folder, 'node_modules');
    if (existsSync(modules))
      await runOrThrow(['cp', '-al', modules, join(root, folder, 'node_modules')], { cwd: root });
  }
  const example = join(root, repo.service ?? '', '.env.example');
  const dotenv = join(root, repo.service ?? '', '.env');
  if (existsSync(example) && !existsSync(dotenv)) cpSync(example, dotenv);
  return {
    root,
    service: join(root, repo.service ?? ''),
    texts: () => new Map(filesIn(root).map((file) => [relative(root, file), readFileSync(file, 'latin1')])),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** `a`, `a/b` and `a/b/c` for `a/b/c`. */
function foldersTo(folder: string): readonly string[] {
  const parts = folder.split('/').filter((part) => part !== '');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.has(name) && !/\.(?:tsbuildinfo|log)$/.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (path.endsWith('.joinery/undo')) return [];
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && statSync(path).size < 4_000_000 ? [path] : [];
    });
}
