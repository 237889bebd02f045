import { ts } from '../syntax/morph.ts';
import type { Sources } from '../syntax/sources.ts';

/** The service's own files a file loads, by a cheap scan of its text. */
export function importedFiles(sources: Sources, path: string): readonly string[] {
  const text = sources.text(path);
  if (text === undefined) return [];
  const { importedFiles: imports } = ts.preProcessFile(text, true, true);
  const paths = imports
    .map((each) => sources.resolve(path, each.fileName))
    .filter((each) => each !== undefined);
  return [...new Set(paths)];
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
