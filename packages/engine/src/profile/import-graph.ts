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

/** A source file near the entry. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** What is followed, and how far. */
interface Follow {
  /** Files read at most. */
  readonly limit?: number;
  /** A folder whose files are passed over: what is generated must not change what is found. */
  readonly except?: string;
}

/** Follow relative imports from the entry; nearest files first. An import is looked up only when its turn comes. */
export function followImports(tree: Tree, entry: string, follow: Follow = {}): readonly SourceText[] {
  const { limit = LIMIT, except } = follow;
  const queue: { readonly from: string; readonly specifier: string }[] = [];
  const seen = new Set([entry]);
  const found: SourceText[] = [];
  for (let index = -1; index < queue.length && found.length < limit; index += 1) {
    const next = queue[index];
    const file = next === undefined ? entry : resolveFile(tree, next.from, next.specifier);
    if (file === undefined || (next !== undefined && seen.has(file))) continue;
    if (except !== undefined && file.startsWith(`${except}/`)) continue;
    seen.add(file);
    const text = tree.read(file) ?? '';
    found.push({ file, text });
    const relative = importsOf(text).filter(({ specifier }) => specifier.startsWith('.'));
    queue.push(...relative.map(({ specifier }) => ({ from: file, specifier })));
  }
  return found;
}

/** The packages that files import, each with the first place. */
export function packagesImported(sources: readonly SourceText[]): readonly PackageImport[] {
  const found = new Map<string, PackageImport>();
  for (const { file, text } of sources) {
    for (const { specifier, at } of importsOf(text)) {
      const name = packageName(specifier);
      if (name === undefined || found.has(name)) continue;
      found.set(name, { name, evidence: `${file}:${text.slice(0, at).split('\n').length}` });
    }
  }
  return [...found.values()];
}

function importsOf(text: string): readonly { readonly specifier: string; readonly at: number }[] {
  return [...text.matchAll(SPECIFIER)].map((match) => ({ specifier: match[1] ?? '', at: match.index }));
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
