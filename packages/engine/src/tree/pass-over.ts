import { EXIT, type Problem, ProblemError } from '../problem.ts';
import type { Tree } from './tree.ts';

/** A tree in which files that cannot be read as source are not there; it remembers which, and why. */
export interface PassingTree extends Tree {
  readonly passed: ReadonlyMap<string, Problem>;
}

/** Longer texts are nobody's source code. */
const LONGEST = 4 * 1024 * 1024;

/**
 * Pass over files that are binary, huge or reached by a link that leads out of the service: what only imports them can
 * still be planned. Whoever misses something asks `passed`.
 */
export function passOver(tree: Tree): PassingTree {
  const passed = new Map<string, Problem>();
  return {
    ...tree,
    passed,
    read: (path) => {
      const { text, problem } = attempt(tree, path);
      if (problem !== undefined) passed.set(path, problem);
      return text;
    },
    list: (folder) => tree.list(folder),
  };
}

function attempt(tree: Tree, path: string): { readonly text?: string; readonly problem?: Problem } {
  try {
    const text = tree.read(path);
    if (text === undefined) return {};
    if (text.length > LONGEST) return { problem: unreadable(path, 'it is too long to be source code') };
    return text.slice(0, 8000).includes('\0') ? { problem: unreadable(path, 'it is binary') } : { text };
  } catch (error) {
    if (error instanceof ProblemError) return { problem: error.problem };
    throw error;
  }
}

function unreadable(path: string, why: string): Problem {
  return {
    kind: 'problem',
    id: 'unreadable-file',
    exitCode: EXIT.error,
    found: `\`${path}\` cannot be read: ${why}.`,
    todo: 'Joinery reads UTF-8 text files of the service. Correct the file, then run the command again.',
    places: [path],
  };
}
