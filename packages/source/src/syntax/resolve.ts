import { dirname, joinPath, relativePath, type Tree } from '@joinery/engine';
import type { Alias } from './aliases.ts';

const SOURCES = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'] as const;
const EXTENSION = /\.(?:[mc]?[jt]s|[jt]sx)$/;

/** The source file of the service that an import means; `undefined` for a package or a file that is not there. */
export function resolveImport(
  tree: Tree,
  aliases: readonly Alias[],
  from: string,
  specifier: string,
): string | undefined {
  for (const target of targetsOf(aliases, from, specifier)) {
    const found = candidates(target).find((path) => tree.read(path) !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether an import means `module`, a file that need not exist yet. */
export function pointsAt(
  aliases: readonly Alias[],
  from: string,
  specifier: string,
  module: string,
): boolean {
  const wanted = bare(module);
  return targetsOf(aliases, from, specifier).some((target) => bare(target) === wanted);
}

/** The specifier by which `from` imports `module`, relative. */
export function specifierFor(from: string, module: string, extension: '' | '.js' | '.ts'): string {
  return relativePath(dirname(from), module.replace(EXTENSION, extension));
}

function targetsOf(aliases: readonly Alias[], from: string, specifier: string): readonly string[] {
  if (specifier.startsWith('.')) return [joinPath(dirname(from), specifier)];
  return aliases.flatMap((alias) => aliasTargets(alias, specifier));
}

function aliasTargets({ pattern, targets }: Alias, specifier: string): readonly string[] {
  const [head = '', tail] = pattern.split('*');
  if (tail === undefined) return specifier === pattern ? targets : [];
  if (!specifier.startsWith(head) || !specifier.endsWith(tail)) return [];
  const middle = specifier.slice(head.length, specifier.length - tail.length);
  return targets.map((target) =>
    joinPath(
      '',
      target.replace('*', () => middle),
    ),
  );
}

function candidates(target: string): readonly string[] {
  const stem = target.replace(/\.([mc]?)jsx?$/, '.$1ts');
  return [
    ...(EXTENSION.test(target) ? [stem, `${stem}x`, target] : []),
    ...SOURCES.map((extension) => `${target}${extension}`),
    ...SOURCES.map((extension) => joinPath(target, `index${extension}`)),
  ].filter((path) => EXTENSION.test(path) && !path.startsWith('../'));
}

function bare(path: string): string {
  return path
    .replace(EXTENSION, '')
    .replace(/(?:^|\/)index$/, '')
    .replace(/\/$/, '');
}
