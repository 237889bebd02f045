import type { CodeStyle } from '@joinery/kit';
import { applySplices, insertion, removal, type Splice } from '../edits/splice.ts';
import { breakAt, endOfTrailingComments } from '../syntax/layout.ts';
import { loadMorph, Node, SyntaxKind } from '../syntax/morph.ts';
import { createParser } from '../syntax/source.ts';

/** Rewrite text in Joinery's own style (two spaces, single quotes, semicolons, LF) in the host's. */
export function restyle(text: string, style: CodeStyle): string {
  const tokens = style.quotes === 'double' || style.semicolons === 'never' || style.indent !== '  ';
  const restyled = tokens ? restyleTokens(text, style) : text;
  return style.eol === '\n' ? restyled : restyled.replaceAll('\n', '\r\n');
}

function restyleTokens(text: string, style: CodeStyle): string {
  loadMorph();
  const { file, error } = createParser()('restyled.ts', text);
  if (error !== undefined) return text;
  const splices: Splice[] = [];
  const templates: Splice[] = [];
  file.forEachDescendant((node) => {
    if (style.quotes === 'double' && Node.isStringLiteral(node)) splices.push(...requote(node));
    if (style.semicolons === 'never') splices.push(...dropSemicolon(text, node));
    if (isTemplatePart(node)) templates.push(removal(node.getStart(), node.getEnd()));
  });
  return applySplices(text, [...splices, ...reindent(text, style.indent, templates)]);
}

function requote(node: Node): readonly Splice[] {
  const text = node.getText();
  if (!text.startsWith("'") || text.includes('"')) return [];
  const inner = text.slice(1, -1).replaceAll("\\'", "'");
  return [{ start: node.getStart(), end: node.getEnd(), text: `"${inner}"` }];
}

function dropSemicolon(text: string, node: Node): readonly Splice[] {
  const end = node.getEnd();
  if (text[end - 1] !== ';' || !endsWithOwnSemicolon(node)) return [];
  if (!endOfTrailingComments(text, end).endsLine) return [];
  const next = skipTrivia(text, end);
  if (Node.isPropertyDeclaration(node)) {
    return /^(?:[[(*]|(?:in|instanceof)\b)/.test(text.slice(next, next + 11)) ? [] : [removal(end - 1, end)];
  }
  const shield = /[([`/+*-]/.test(text[next] ?? '') ? [insertion(next, ';')] : [];
  return [removal(end - 1, end), ...shield];
}

/** Whether the last semicolon of a node is its own, and does nothing but end it. */
function endsWithOwnSemicolon(node: Node): boolean {
  if (Node.isEmptyStatement(node) || Node.isForStatement(node)) return false;
  if (!Node.isStatement(node) && !Node.isPropertyDeclaration(node) && !Node.isTypeElement(node)) return false;
  return node.getLastChild()?.getKind() === SyntaxKind.SemicolonToken;
}

function skipTrivia(text: string, position: number): number {
  const [trivia = ''] = /^(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(text.slice(position)) ?? [];
  return position + trivia.length;
}

function isTemplatePart(node: Node): boolean {
  return (
    Node.isNoSubstitutionTemplateLiteral(node) ||
    Node.isTemplateHead(node) ||
    Node.isTemplateMiddle(node) ||
    Node.isTemplateTail(node)
  );
}

function reindent(text: string, indent: string, templates: readonly Splice[]): readonly Splice[] {
  if (indent === '  ') return [];
  return [...text.matchAll(/^(?: {2})+/gm)].flatMap(({ index, 0: spaces }) => {
    if (templates.some(({ start, end }) => start < index && index < end)) return [];
    if (breakAt(text, index + spaces.length) !== '') return [];
    return [{ start: index, end: index + spaces.length, text: indent.repeat(spaces.length / 2) }];
  });
}
