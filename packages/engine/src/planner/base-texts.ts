import { BASE_FOLDER } from '../lockfile/lockfile.ts';
import { hash } from '../tree/hash.ts';
import type { Tree } from '../tree/tree.ts';

/** The path of a pristine text, addressed by its content. */
export function basePath(contentHash: string): string {
  return `${BASE_FOLDER}/${contentHash.replace('sha256-', '')}`;
}

/**
 * A pristine text as it is kept: every line starts with the first digits of its name. Without that, git takes a text that
 * replaces another for the same file under a new name, and finds conflicts between branches where there are none.
 */
export function baseText(text: string): string {
  const mark = markOf(hash(text));
  const lines = text.split('\n');
  return lines.map((line, index) => (isEnd(lines, index) ? '' : `${mark}${line}`)).join('\n');
}

/** A pristine text; `undefined` when it is missing or is not what its name says. */
export function readBase(tree: Tree, contentHash: string): string | undefined {
  const kept = tree.read(basePath(contentHash));
  if (kept === undefined) return undefined;
  const mark = markOf(contentHash);
  const lines = kept.split('\n').map((line) => (line.startsWith(mark) ? line.slice(mark.length) : line));
  const text = lines.join('\n');
  return hash(text) === contentHash ? text : undefined;
}

function markOf(contentHash: string): string {
  return `${contentHash.replace('sha256-', '').slice(0, 8)}|`;
}

function isEnd(lines: readonly string[], index: number): boolean {
  return index === lines.length - 1 && lines[index] === '';
}
