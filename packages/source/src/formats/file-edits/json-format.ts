import type { ElementEdit, Json, SettingEdit } from '@joinery/kit';
import { findNodeAtLocation, type Node, type ParseError, parse, parseTree } from 'jsonc-parser';
import { insertion, removal, type Splice } from '../../edits/splice.ts';
import {
  breakAt,
  endOfTrailingComments,
  indentOf,
  lineEnd,
  lineStart,
  startsLine,
} from '../../syntax/layout.ts';
import { eolOf } from './eol.ts';
import type { FileFormat, Standing } from './file-format.ts';
import { isData, nested, sameMeaning, withEdit } from './meaning.ts';

const OPTIONS = { allowTrailingComma: true };

/** JSON and JSON with comments. */
export const jsonFormat: FileFormat<SettingEdit | ElementEdit> = {
  find,
  place,
  takeOut,
  read: (text) => (text.trim() === '' ? undefined : parse(text, [], OPTIONS)),
  expected: withEdit,
  snippet: (edit) =>
    JSON.stringify(nested(edit.path, edit.kind === 'setting' ? edit.value : [edit.value]), null, 2),
};

function find(text: string, edit: SettingEdit | ElementEdit): Standing {
  if (text.trim() === '') return { kind: 'missing' };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, OPTIONS);
  if (errors[0] !== undefined || root?.type !== 'object') {
    return { kind: 'unclear', at: errors[0]?.offset ?? 0, why: 'it is not a JSON object that parses' };
  }
  const { node, rest } = reach(root, edit.path);
  const twice = repeated(root);
  if (twice !== undefined) return { kind: 'unclear', at: twice, why: 'a key stands there twice' };
  if (rest.length > 0)
    return node.type === 'object' ? { kind: 'missing' } : { kind: 'other', at: node.offset };
  if (edit.kind === 'setting') {
    const own = node.parent ?? node;
    return { kind: sameMeaning(textData(text, node), edit.value) ? 'same' : 'other', at: own.offset };
  }
  if (node.type !== 'array') return { kind: 'other', at: node.offset };
  const element = node.children?.findLast((each) => sameMeaning(textData(text, each), edit.value));
  return element === undefined ? { kind: 'missing' } : { kind: 'same', at: element.offset };
}

/** The deepest node on the way, and the keys that are missing below it. */
function reach(
  root: Node,
  path: readonly string[],
): { readonly node: Node; readonly rest: readonly string[] } {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, depth));
    if (node !== undefined) return { node, rest: path.slice(depth) };
  }
  return { node: root, rest: path };
}

function repeated(node: Node): number | undefined {
  const keys = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = child.type === 'property' ? child.children?.[0]?.value : undefined;
    if (key !== undefined && keys.has(key)) return child.offset;
    keys.add(key);
    const inner = repeated(child);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function textData(text: string, node: Node): Json {
  return parse(text.slice(node.offset, node.offset + node.length), [], OPTIONS);
}

function place(text: string, edit: SettingEdit | ElementEdit): readonly Splice[] {
  const root = parseTree(text, [], OPTIONS);
  const leaf = edit.kind === 'setting' ? edit.value : [edit.value];
  if (root === undefined) {
    const eol = eolOf(text);
    return [insertion(text.length, print(nested(edit.path, leaf), '', eol, '  ') + eol)];
  }
  const { node, rest } = reach(root, edit.path);
  const [key, ...below] = rest;
  if (key === undefined)
    return append(text, node, (indent, eol, unit) => print(edit.value, indent, eol, unit));
  return append(text, node, (indent, eol, unit) => {
    return `${JSON.stringify(key)}: ${print(nested(below, leaf), indent, eol, unit)}`;
  });
}

type PrintItem = (indent: string, eol: string, unit: string) => string;

function append(text: string, container: Node, item: PrintItem): readonly Splice[] {
  const eol = eolOf(text);
  const unit = /^([ \t]+)["\]}{[]/m.exec(text)?.[1] ?? '  ';
  const last = container.children?.at(-1);
  const outer = indentOf(text, container.offset);
  const close = container.offset + container.length - 1;
  if (last === undefined)
    return fill(text, container, item(outer + unit, eol, unit), { eol, unit, outer, close });
  const end = last.offset + last.length;
  if (!startsLine(text, last.offset)) {
    const comma = /^\s*,/.test(text.slice(end, close));
    const at = comma ? text.indexOf(',', end) + 1 : end;
    return [insertion(at, `${comma ? ' ' : ', '}${item(outer, eol, '')}`)];
  }
  const indent = indentOf(text, last.offset);
  const own = `${eol}${indent}${item(indent, eol, unit)}`;
  const comma = commaAfter(text, end);
  const after = endOfTrailingComments(text, comma ?? end);
  if (comma !== undefined) return [insertion(after.end, `${own},`)];
  return after.end === end ? [insertion(end, `,${own}`)] : [insertion(end, ','), insertion(after.end, own)];
}

/** Where the comma that follows an item ends: comments may stand between. */
function commaAfter(text: string, end: number): number | undefined {
  // Each comment in one way only: a lazy one would be stretched to the end of a later one in search of a comma.
  const found = /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\n]*(?:\n|$))*,/.exec(text.slice(end));
  return found === null ? undefined : end + found[0].length;
}

interface Empty {
  readonly eol: string;
  readonly unit: string;
  readonly outer: string;
  readonly close: number;
}

function fill(
  text: string,
  container: Node,
  item: string,
  { eol, unit, outer, close }: Empty,
): readonly Splice[] {
  const inside = text.slice(container.offset + 1, close);
  const own = `${eol}${outer}${unit}${item}`;
  if (inside.trim() !== '') return [insertion(container.offset + 1 + inside.trimEnd().length, own)];
  const ends = /[\r\n]/.test(inside);
  return [insertion(container.offset + 1, ends ? own : `${own}${eol}${outer}`)];
}

/** On one line where there is no unit of indentation. */
function print(value: Json, indent: string, eol: string, unit: string): string {
  if (unit !== '') return JSON.stringify(value, null, unit).replaceAll('\n', eol + indent);
  if (Array.isArray(value)) return `[${value.map((each) => print(each, '', '', '')).join(', ')}]`;
  if (!isData(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${print(each, '', '', '')}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function takeOut(text: string, edit: SettingEdit | ElementEdit): readonly Splice[] | undefined {
  const root = parseTree(text, [], OPTIONS);
  const standing = find(text, edit);
  if (root === undefined || standing.kind !== 'same') return undefined;
  const container =
    edit.kind === 'element' ? findNodeAtLocation(root, [...edit.path]) : parentOf(root, edit.path);
  const items = container?.children ?? [];
  const index = items.findIndex(({ offset }) => offset === standing.at);
  const own = items[index];
  if (own === undefined) return undefined;
  const end = own.offset + own.length;
  const comma = commaAfter(text, end);
  const previous = items[index - 1];
  const line = wholeLine(text, own.offset, comma ?? end);
  if (comma !== undefined) return [line ?? removal(own.offset, comma)];
  if (previous === undefined) return [line ?? removal(own.offset, end)];
  const before = commaAfter(text, previous.offset + previous.length) ?? own.offset;
  return line === undefined
    ? [removal(previous.offset + previous.length, end)]
    : [removal(before - 1, before), line];
}

function parentOf(root: Node, path: readonly string[]): Node | undefined {
  return path.length === 1 ? root : findNodeAtLocation(root, path.slice(0, -1));
}

function wholeLine(text: string, start: number, end: number): Splice | undefined {
  const stop = lineEnd(text, end);
  if (!startsLine(text, start) || text.slice(end, stop).trim() !== '') return undefined;
  return removal(lineStart(text, start), stop + breakAt(text, stop).length);
}
