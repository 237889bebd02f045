import type { ElementEdit, Json, SettingEdit } from '@joinery/kit';
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  stringify,
} from 'yaml';
import { insertion, removal, type Splice } from '../../edits/splice.ts';
import { breakAt, lineEnd, lineStart } from '../../syntax/layout.ts';
import { eolOf } from './eol.ts';
import type { FileFormat, Standing } from './file-format.ts';
import { nested, sameMeaning, withEdit } from './meaning.ts';
import { endOfBlock, endOfValue, startOf } from './yaml-positions.ts';

type Edit = SettingEdit | ElementEdit;

/** YAML, comments, anchors and all. */
export const yamlFormat: FileFormat<Edit> = {
  find,
  place,
  takeOut,
  read: (text) => documentOf(text)?.toJS() ?? undefined,
  expected: withEdit,
  snippet: (edit) =>
    stringify(nested(edit.path, edit.kind === 'setting' ? edit.value : [edit.value])).trimEnd(),
};

function documentOf(text: string) {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents) ? documents[0] : undefined;
}

function find(text: string, edit: Edit): Standing {
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents) || documents.length === 0) return { kind: 'missing' };
  const [document, second] = documents;
  if (document === undefined) return { kind: 'missing' };
  if (second !== undefined)
    return { kind: 'unclear', at: second.range[0], why: 'it holds several documents' };
  const [error] = document.errors;
  if (error !== undefined) return { kind: 'unclear', at: error.pos[0], why: 'it does not parse' };
  if (text.includes('\t') && /^\t/m.test(text))
    return { kind: 'unclear', at: text.search(/^\t/m), why: 'tabs indent it' };
  const reached = reach(document.contents, edit.path);
  const { node, pair, rest } = reached;
  const at = pair === undefined ? 0 : startOf(pair);
  if (isAlias(node))
    return { kind: 'unclear', at, why: 'an alias stands there, and what it names stands elsewhere too' };
  const open = isEmpty(node) || (rest.length > 0 ? isMap(node) : edit.kind === 'element' && isSeq(node));
  if (rest.length > 0) return open ? { kind: 'missing' } : { kind: 'other', at };
  if (edit.kind === 'setting') {
    return { kind: sameMeaning(toJson(node, document), edit.value) ? 'same' : 'other', at };
  }
  if (!open) return { kind: 'other', at };
  const items = isSeq(node) ? node.items : [];
  const same = items.findLast((item) => sameMeaning(toJson(item, document), edit.value));
  return same === undefined ? { kind: 'missing' } : { kind: 'same', at: startOfItem(text, same) };
}

interface Reached {
  readonly node: unknown;
  /** What holds the node. */
  readonly pair: Pair | undefined;
  readonly parent: unknown;
  readonly rest: readonly string[];
}

function reach(contents: unknown, path: readonly string[]): Reached {
  let found: Reached = { node: contents, pair: undefined, parent: undefined, rest: path };
  for (const [index, key] of path.entries()) {
    if (!isMap(found.node)) break;
    const pair = found.node.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
    if (pair === undefined) break;
    found = { node: pair.value, pair, parent: found.node, rest: path.slice(index + 1) };
  }
  return found;
}

/** Whether nothing is said there: `jobs:` and no more. */
function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && node.source === '');
}

function toJson(node: unknown, document: { toJS(): unknown }): Json {
  if (node === null || node === undefined) return null;
  if (typeof node === 'object' && 'toJS' in node && typeof node.toJS === 'function')
    return node.toJS(document);
  return null;
}

function place(text: string, edit: Edit): readonly Splice[] {
  const contents: unknown = documentOf(text)?.contents;
  const { node, pair, rest } = reach(contents, edit.path);
  const leaf = edit.kind === 'setting' ? edit.value : [edit.value];
  const eol = eolOf(text);
  const style = styleOf(text);
  const value = rest.length === 0 && isSeq(node) ? [edit.value] : nested(rest, leaf);
  if (isCollection(node) && node.flow === true) return intoFlow(text, node, value);
  if (isCollection(node) && node.items.length > 0) {
    const first = startOfItem(text, node.items[0]);
    const column = first - lineStart(text, first);
    const end = endOfBlock(text, node, column);
    const printed = lines(value, style, ' '.repeat(column), eol);
    return [insertion(end.at, end.startsLine ? `${printed}${eol}` : `${eol}${printed}`)];
  }
  if (pair === undefined) {
    const open = text !== '' && !text.endsWith('\n');
    return [insertion(text.length, `${open ? eol : ''}${lines(value, style, '', eol)}${open ? '' : eol}`)];
  }
  const start = startOf(pair);
  const indent = ' '.repeat(
    start - lineStart(text, start) + (Array.isArray(value) && !style.indentSeq ? 0 : style.indent),
  );
  return [insertion(lineEnd(text, endOfValue(pair)), `${eol}${lines(value, style, indent, eol)}`)];
}

function intoFlow(
  text: string,
  node: Node & { readonly items: readonly unknown[] },
  value: Json,
): readonly Splice[] {
  const [start = 0, end = 0] = node.range ?? [];
  const printed = stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  }).trim();
  const inner = printed.slice(1, -1).trim();
  const last = node.items.at(-1);
  if (last === undefined)
    return [insertion(start + 1, text.slice(start + 1, end - 1) === '' ? ` ${inner} ` : ` ${inner}`)];
  return [insertion(endOfValue(last), `, ${inner}`)];
}

interface YamlStyle {
  readonly indent: number;
  readonly indentSeq: boolean;
  readonly singleQuote: boolean;
}

/** How a text is written: how deep, whether lists are indented below their key, which quotes. */
function styleOf(text: string): YamlStyle {
  const deeper = /^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n\1( +)[^\s#-]/m.exec(text)?.[2]?.length;
  const list = /^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n\1( *)- /m.exec(text);
  const single = text.match(/[:-] '/g)?.length ?? 0;
  const double = text.match(/[:-] "/g)?.length ?? 0;
  return { indent: deeper ?? 2, indentSeq: list === null || list[2] !== '', singleQuote: single > double };
}

function lines(value: Json, style: YamlStyle, indent: string, eol: string): string {
  const printed = stringify(value, { ...style, lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
  return printed
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join(eol);
}

function startOfItem(text: string, item: unknown): number {
  const start = startOf(item);
  if (typeof item === 'object' && item !== null && 'key' in item) return start;
  const dash = text.lastIndexOf('-', start);
  return dash !== -1 && /^-\s+(?:[&!]\S+\s+)*$/.test(text.slice(dash, start)) ? dash : start;
}

function takeOut(text: string, edit: Edit): readonly Splice[] | undefined {
  const document = documentOf(text);
  const standing = find(text, edit);
  if (document === undefined || standing.kind !== 'same') return undefined;
  const { node, parent } = reach(document.contents, edit.path);
  const container = edit.kind === 'element' ? node : parent;
  if (!isCollection(container)) return undefined;
  const index = container.items.findIndex((item) => startOfItem(text, item) === standing.at);
  const own = container.items[index];
  if (container.flow === true) return outOfFlow(text, container.items, index);
  if (text.slice(lineStart(text, standing.at), standing.at).trim() !== '') return undefined;
  const end = lineEnd(text, endOfValue(own));
  const stop =
    breakAt(text, endOfValue(own) - 1) === '\n' ? endOfValue(own) : end + breakAt(text, end).length;
  return [removal(lineStart(text, standing.at), stop)];
}

function outOfFlow(text: string, items: readonly unknown[], index: number): readonly Splice[] {
  const own = items[index];
  const next = items[index + 1];
  const previous = items[index - 1];
  if (next !== undefined) return [removal(startOfItem(text, own), startOfItem(text, next))];
  return [removal(previous === undefined ? startOfItem(text, own) : endOfValue(previous), endOfValue(own))];
}
