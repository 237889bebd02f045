import { ts } from '../syntax/morph.ts';
import type { Sources } from '../syntax/sources.ts';

/** The service's own files a file loads, by a cheap scan of its text. */
export function importedFiles(sources: Sources, path: string): readonly string[] {
  const paths = specifiersIn(sources, path)
    .map((specifier) => sources.resolve(path, specifier))
    .filter((each) => each !== undefined);
  return [...new Set(paths)];
}

function specifiersIn(sources: Sources, path: string): readonly string[] {
  const text = sources.text(path);
  if (text === undefined) return [];
  return ts.preProcessFile(text, true, true).importedFiles.map((each) => each.fileName);
}

/** The files reached from an entry, nearest first: the entry, then what it imports, and so on. */
export function* levelsFrom(sources: Sources, entry: string): Generator<readonly string[]> {
  const seen = new Set([entry]);
  let level: readonly string[] = [entry];
  while (level.length > 0) {
    yield level;
    level = level
      .flatMap((path) => importedFiles(sources, path))
      .filter((path) => !seen.has(path) && seen.add(path) !== undefined);
  }
}

/** Files looked at for what is near the entry; the cost of a plan must not grow with the host. */
const MOST_FILES = 200;

/** The files nearest to an entry, and no more than a few hundred; an import is looked up when its turn comes. */
export function filesNear(sources: Sources, entry: string): readonly string[] {
  const near = new Set([entry]);
  const queue = specifiersIn(sources, entry).map((specifier) => ({ from: entry, specifier }));
  for (let index = 0; index < queue.length && near.size < MOST_FILES; index += 1) {
    const { from, specifier } = queue[index] ?? { from: entry, specifier: '' };
    const path = sources.resolve(from, specifier);
    if (path === undefined || near.has(path)) continue;
    near.add(path);
    queue.push(...specifiersIn(sources, path).map((each) => ({ from: path, specifier: each })));
  }
  return [...near];
}

/** Where files import another one: `src/main.ts:3`. */
export function importsOf(sources: Sources, files: readonly string[], target: string): readonly string[] {
  return files.flatMap((path) => {
    const text = sources.text(path) ?? '';
    const { importedFiles: imports } = ts.preProcessFile(text, true, true);
    return imports
      .filter((each) => sources.means(path, each.fileName, target))
      .map((each) => `${path}:${text.slice(0, each.pos).split('\n').length}`);
  });
}
