import type { Tree } from '../tree/tree.ts';
import { dirname, joinPath } from './path.ts';

/** A package imported somewhere in the service, and the first place. */
export interface PackageImport {
  readonly name: string;
  readonly evidence: string;
}

/** Files read at most: a service's start-up code is near its entry. */
const LIMIT = 60;

const SPECIFIER = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*["']([^"'\n]+)["']/g;

/** Follow relative imports from the entry, nearest files first, and list the packages they name. */
export function packagesImported(tree: Tree, entry: string): readonly PackageImport[] {
  const found = new Map<string, PackageImport>();
  const queue = [entry];
  const seen = new Set(queue);
  for (let index = 0; index < queue.length && index < LIMIT; index += 1) {
    const file = queue[index] ?? '';
    for (const { specifier, line } of importsOf(tree.read(file) ?? '')) {
      const target = specifier.startsWith('.') ? resolveFile(tree, file, specifier) : undefined;
      if (target !== undefined && !seen.has(target)) queue.push(target);
      if (target !== undefined) seen.add(target);
      const name = packageName(specifier);
      if (name !== undefined && !found.has(name)) found.set(name, { name, evidence: `${file}:${line}` });
    }
  }
  return [...found.values()];
}

function importsOf(text: string): readonly { readonly specifier: string; readonly line: number }[] {
  return [...text.matchAll(SPECIFIER)].map((match) => ({
    specifier: match[1] ?? '',
    line: text.slice(0, match.index).split('\n').length,
  }));
}

function resolveFile(tree: Tree, from: string, specifier: string): string | undefined {
  const path = joinPath(dirname(from), specifier);
  const bare = path.replace(/\.([cm]?)js$/, '.$1ts');
  return [bare, path, `${path}.ts`, `${path}/index.ts`].find(
    (candidate) =>
      !candidate.startsWith('..') && /\.[cm]?ts$/.test(candidate) && tree.read(candidate) !== undefined,
  );
}

function packageName(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('#') || specifier.startsWith('/')) return undefined;
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
