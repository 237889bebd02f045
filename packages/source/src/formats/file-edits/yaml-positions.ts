import { isCollection, isNode, isPair, isScalar } from 'yaml';
import { lineEnd, lineStart } from '../../syntax/layout.ts';

/** Where a node or a pair starts. */
export function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Where what a node or a pair says ends: after its last character that is no comment. */
export function endOfValue(node: unknown): number {
  if (isPair(node)) return isNode(node.value) ? endOfValue(node.value) : endOfValue(node.key);
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return endOfValue(node.items.at(-1));
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** Where another item of a block goes: below its last one and the comments that follow it. */
export function endOfBlock(
  text: string,
  block: unknown,
  column: number,
): { readonly at: number; readonly startsLine: boolean } {
  const end = endOfValue(block);
  if (isBlockScalar(lastLeaf(block)) && text[end - 1] === '\n') return { at: end, startsLine: true };
  let at = lineEnd(text, end);
  for (;;) {
    const next = nextLine(text, at);
    const comment = next === undefined ? null : /^( *)#/.exec(text.slice(next));
    if (next === undefined || comment === null || (comment[1]?.length ?? 0) < column)
      return { at, startsLine: false };
    at = lineEnd(text, next);
  }
}

function lastLeaf(node: unknown): unknown {
  if (isPair(node)) return lastLeaf(node.value);
  if (isCollection(node) && node.flow !== true) return lastLeaf(node.items.at(-1));
  return node;
}

function isBlockScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

function nextLine(text: string, end: number): number | undefined {
  const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  return next < text.length && lineStart(text, next) === next ? next : undefined;
}
