import { EXIT, type Problem } from '@joinery/engine';
import type { ts as TypeScript } from 'ts-morph';
import { ts } from '../syntax/morph.ts';
import type { Parse, Source } from '../syntax/source.ts';
import { applySplices, firstOverlap, type Splice, sortSplices } from './splice.ts';

/**
 * Check that splices do to the syntax tree what they do to the text: the result parses, and outside the
 * splices every name and literal is still there, in the same kind of place.
 */
export function verify(source: Source, splices: readonly Splice[], parse: Parse): Problem | undefined {
  const clash = firstOverlap(splices);
  if (clash !== undefined) return unsafe(source, lineAt(source, clash), 'would be edited twice in one place');
  const after = parse(source.path, applySplices(source.text, splices));
  if (after.error !== undefined) return unsafe(source, after.error.line, 'would not parse any more');
  const sorted = sortSplices(splices);
  const kept = leaves(
    source,
    sorted.map(({ start, end }) => ({ start, end })),
  );
  const left = leaves(after, insertedRanges(sorted));
  const index = kept.findIndex((leaf, at) => leaf.key !== left[at]?.key);
  if (index === -1 && kept.length === left.length) return undefined;
  const position = kept[index]?.position ?? source.text.length;
  return unsafe(
    source,
    source.file.getLineAndColumnAtPos(position).line,
    'would change in more than the edit',
  );
}

type CompilerNode = TypeScript.Node;

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Leaf {
  readonly key: string;
  readonly position: number;
}

function insertedRanges(sorted: readonly Splice[]): readonly Range[] {
  let shift = 0;
  return sorted.map(({ start, end, text }) => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { start: from, end: from + text.length };
  });
}

/** Names and literals outside the ranges, with what holds them. Bare compiler nodes: this visits all of them. */
function leaves(source: Source, ranges: readonly Range[]): readonly Leaf[] {
  const file = source.file.compilerNode;
  const found: Leaf[] = [];
  const visit = (node: CompilerNode): void => {
    const start = node.getStart(file);
    const { end } = node;
    if (start === end) return;
    if (ranges.some((range) => range.start <= start && end <= range.end && range.start < range.end)) return;
    let isLeaf = true;
    ts.forEachChild(node, (child) => {
      isLeaf = false;
      visit(child);
    });
    if (!isLeaf || isListOrBlock(node)) return;
    found.push({ key: `${node.parent.kind} ${node.kind} ${source.text.slice(start, end)}`, position: start });
  };
  visit(file);
  return found;
}

/** Nodes that may be empty before an edit and not after it. */
function isListOrBlock(node: CompilerNode): boolean {
  return (
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isBlock(node) ||
    ts.isSourceFile(node) ||
    ts.isNamedImports(node)
  );
}

function lineAt(source: Source, position: number): number {
  return source.file.getLineAndColumnAtPos(position).line;
}

function unsafe(source: Source, line: number, what: string): Problem {
  return {
    kind: 'problem',
    id: 'edit-unsafe',
    exitCode: EXIT.refused,
    found: `\`${source.path}\` ${what}, so the edit was not made.`,
    todo: 'Make the edit by hand as shown below, and please report the file as a bug of Joinery.',
    places: [`${source.path}:${line}`],
  };
}
