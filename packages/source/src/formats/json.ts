import type { Json } from '@joinery/kit';
import { applySplices } from '../edits/splice.ts';
import { addJsonProperty, propertiesAt, removeJsonProperty } from './json-object.ts';

/** Set a value of a JSON file, or take it out with `undefined`; comments, order and style stay. */
export function editJson(text: string, path: readonly string[], value: Json | undefined): string {
  const key = path.at(-1);
  if (key === undefined) return text;
  const parent = path.slice(0, -1);
  const properties = propertiesAt(text, parent);
  if (value === undefined) return properties === undefined ? text : removeJsonProperty(text, parent, key);
  if (properties === undefined) return parent.length === 0 ? text : editJson(text, parent, { [key]: value });
  const found = properties.find((each) => each.key === key);
  if (found === undefined)
    return addJsonProperty(text, parent, key, (indent, eol) => print(value, indent, eol, text));
  if (JSON.stringify(found.value.data) === JSON.stringify(value)) return text;
  const line = text.slice(0, found.start).split(/\r?\n/).at(-1) ?? '';
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return applySplices(text, [{ ...found.value, text: print(value, indent, eol, text) }]);
}

function print(value: Json, indent: string, eol: string, text: string): string {
  const unit = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  return JSON.stringify(value, undefined, unit).replaceAll('\n', `${eol}${indent}`);
}
