import { ProblemError } from '../problem.ts';
import type { Tree } from '../tree/tree.ts';
import { dirname, joinPath } from './path.ts';

/** A file of compiler settings and its text. */
export interface SettingsFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Find what a tsconfig.json names in `extends`: a file beside it or in the workspace, or one of an installed package.
 * `undefined` where it is not there or lies where nothing is read.
 */
export function extendedSettings(tree: Tree, file: string, named: string): SettingsFile | undefined {
  const base = named.startsWith('.') ? joinPath(dirname(file), named) : packaged(file, named);
  const paths = base.endsWith('.json') ? [base] : [`${base}.json`, base, `${base}/tsconfig.json`];
  for (const path of paths) {
    const text = attempt(tree, path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}

/** A package's own settings name others of its packages as from anywhere. */
function packaged(file: string, named: string): string {
  const top = /^(?:\.\.\/)*(?=node_modules\/)/.exec(file)?.[0] ?? '';
  return `${top}node_modules/${named}`;
}

function attempt(tree: Tree, path: string): string | undefined {
  try {
    return tree.read(path);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
