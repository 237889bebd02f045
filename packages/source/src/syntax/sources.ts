import { type Problem, passOver, type Tree } from '@joinery/engine';
import { type Alias, readAliases } from './aliases.ts';
import { pointsAt, resolveImport } from './resolve.ts';
import { createParser, type Parse, type Source } from './source.ts';

/** The service's source files, each read and parsed at most once, on demand. */
export interface Sources {
  readonly aliases: readonly Alias[];
  readonly parse: Parse;
  /** Files that were looked for and cannot be read as source, and why. */
  readonly passed: ReadonlyMap<string, Problem>;
  /** The raw text, without parsing. */
  text(path: string): string | undefined;
  open(path: string): Source | undefined;
  /** The files opened so far. */
  opened(): readonly string[];
  /** Path of the file an import means, when it is one of the service's own. */
  resolve(from: string, specifier: string): string | undefined;
  /** Whether an import means a file, which need not be readable. */
  means(from: string, specifier: string, path: string): boolean;
}

/** Open a tree's sources. */
export function openSources(host: Tree): Sources {
  const tree = passOver(host);
  const parsed = new Map<string, Source | undefined>();
  const aliases = readAliases(tree);
  const parse = createParser();
  return {
    aliases,
    parse,
    passed: tree.passed,
    text: (path) => tree.read(path),
    open: (path) => {
      if (!parsed.has(path)) {
        const content = tree.read(path);
        parsed.set(path, content === undefined ? undefined : parse(path, content));
      }
      return parsed.get(path);
    },
    opened: () => [...parsed.keys()],
    means: (from, specifier, path) => pointsAt(aliases, from, specifier, path),
    resolve: (from, specifier) => resolveImport(tree, aliases, from, specifier),
  };
}
