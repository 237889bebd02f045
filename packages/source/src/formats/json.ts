import type { Json } from '@joinery/kit';
import { applySplices } from '../edits/splice.ts';
import { addJsonProperty, type JsonProperty, propertiesAt, removeJsonProperty } from './json-object.ts';

/**
 * Set one value of a JSON file, or take it out with `undefined`. New properties of a sorted object land in their place;
 * objects on the way that are missing are created. Everything else stays as it is.
 */
export function editJson(text: string, path: readonly string[], value: Json | undefined): string {
  const key = path.at(-1);
  if (key === undefined) return text;
  const folder = path.slice(0, -1);
  if (value === undefined) return removeJsonProperty(text, folder, key);
  const properties = propertiesAt(text, folder);
  if (properties === undefined) return editJson(text, folder, { [key]: value });
  const existing = properties.find((property) => property.key === key);
  if (existing !== undefined) return replaceValue(text, existing, value);
  const index = properties.findIndex((property) => property.key > key);
  const place = index === -1 || !isSorted(properties) || folder.length === 0 ? undefined : index;
  return addJsonProperty(text, folder, key, (indent, eol) => print(value, indent, eol), place);
}

function replaceValue(text: string, { value }: JsonProperty, next: Json): string {
  const line = text.lastIndexOf('\n', value.start) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return applySplices(text, [{ start: value.start, end: value.end, text: print(next, indent, eol) }]);
}

function print(value: Json, indent: string, eol: string): string {
  const unit = indent.startsWith('\t') ? '\t' : 2;
  return JSON.stringify(value, null, unit).replaceAll('\n', eol + indent);
}

function isSorted(properties: readonly JsonProperty[]): boolean {
  return properties.every(
    (property, index) => index === 0 || (properties[index - 1]?.key ?? '') < property.key,
  );
}
