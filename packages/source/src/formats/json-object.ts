import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { applySplices, insertion, removal, type Splice } from '../edits/splice.ts';
import { breakAt, indentOf, lineEnd, lineStart, startsLine } from '../syntax/layout.ts';

/** A property of a JSON object as it stands in the text. */
export interface JsonProperty {
  readonly key: string;
  /** The whole property. */
  readonly start: number;
  readonly end: number;
  /** The value alone, quotes included. */
  readonly value: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly data: unknown;
  };
}

/** The properties of the object at `path`, in order; `undefined` when there is no object. */
export function propertiesAt(text: string, path: readonly string[]): readonly JsonProperty[] | undefined {
  const object = objectAt(text, path);
  return object?.children?.flatMap((node) => {
    const [key, value] = node.children ?? [];
    if (key === undefined || value === undefined) return [];
    const end = value.offset + value.length;
    return [
      {
        key: String(key.value),
        start: node.offset,
        end,
        value: { start: value.offset, end, text: text.slice(value.offset, end), data: value.value },
      },
    ];
  });
}

/** Add a property, before the one at `index` or last; `json` is its value as JSON text. */
export function addJsonProperty(
  text: string,
  path: readonly string[],
  key: string,
  json: (indent: string, eol: string) => string,
  index?: number,
): string {
  const object = objectAt(text, path);
  const properties = propertiesAt(text, path);
  if (object === undefined || properties === undefined) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const next = index === undefined ? undefined : properties[index];
  const near = next ?? properties.at(-1);
  const unit = indentUnit(text);
  const indent =
    near !== undefined && startsLine(text, near.start)
      ? indentOf(text, near.start)
      : indentOf(text, object.offset) + unit;
  const property = `${JSON.stringify(key)}: ${json(indent, eol)}`;
  return applySplices(text, [placed({ text, object, properties, next, property, indent, eol, unit })]);
}

/** Take a property out; the object stays, empty or not. */
export function removeJsonProperty(text: string, path: readonly string[], key: string): string {
  const object = objectAt(text, path);
  const properties = propertiesAt(text, path);
  const index = properties?.findIndex((each) => each.key === key) ?? -1;
  const own = properties?.[index];
  if (object === undefined || properties === undefined || own === undefined) return text;
  const previous = properties[index - 1];
  const next = properties[index + 1];
  if (next !== undefined) return applySplices(text, [removeBeforeNext(text, own, next)]);
  if (previous !== undefined) {
    const comma = text.indexOf(',', previous.end);
    const kept = text.slice(comma + 1, own.start).trim() !== '';
    return applySplices(
      text,
      kept ? [removal(comma, comma + 1), ownLine(text, own)] : [removal(previous.end, own.end)],
    );
  }
  const inner = text.slice(object.offset + 1, object.offset + object.length - 1);
  const alone = inner.trim() === text.slice(own.start, own.end);
  return applySplices(text, [
    alone ? removal(object.offset + 1, object.offset + object.length - 1) : ownLine(text, own),
  ]);
}

interface Placing {
  readonly text: string;
  readonly object: Node;
  readonly properties: readonly JsonProperty[];
  readonly next: JsonProperty | undefined;
  readonly property: string;
  readonly indent: string;
  readonly eol: string;
  readonly unit: string;
}

function placed({ text, object, properties, next, property, indent, eol }: Placing): Splice {
  const last = properties.at(-1);
  if (next !== undefined) {
    if (!startsLine(text, next.start)) return insertion(next.start, `${property}, `);
    return insertion(lineStart(text, next.start), `${indent}${property},${eol}`);
  }
  if (last !== undefined) {
    return insertion(
      last.end,
      startsLine(text, last.start) ? `,${eol}${indent}${property}` : `, ${property}`,
    );
  }
  const end = object.offset + object.length - 1;
  const blank = text.slice(object.offset + 1, end);
  const close = `${eol}${indentOf(text, object.offset)}`;
  if (blank.trim() === '')
    return { start: object.offset + 1, end, text: `${eol}${indent}${property}${close}` };
  return insertion(object.offset + 1, `${eol}${indent}${property}`);
}

function removeBeforeNext(text: string, own: JsonProperty, next: JsonProperty): Splice {
  const comma = text.indexOf(',', own.end) + 1;
  if (startsLine(text, own.start) && text.slice(comma, lineEnd(text, comma)).trim() === '') {
    const end = lineEnd(text, comma);
    return removal(lineStart(text, own.start), end + breakAt(text, end).length);
  }
  return text.slice(comma, next.start).trim() === ''
    ? removal(own.start, next.start)
    : removal(own.start, comma);
}

function ownLine(text: string, own: JsonProperty): Splice {
  const end = lineEnd(text, own.end);
  if (!startsLine(text, own.start) || text.slice(own.end, end).trim() !== '')
    return removal(own.start, own.end);
  return removal(lineStart(text, own.start), end + breakAt(text, end).length);
}

function objectAt(text: string, path: readonly string[]): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const found = root && (path.length === 0 ? root : findNodeAtLocation(root, [...path]));
  return found?.type === 'object' ? found : undefined;
}

function indentUnit(text: string): string {
  return /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
}
