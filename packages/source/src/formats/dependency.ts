import type { DependencyStatement } from '@joinery/kit';
import semver from 'semver';
import { applySplices } from '../edits/splice.ts';
import { addJsonProperty, type JsonProperty, propertiesAt, removeJsonProperty } from './json-object.ts';

const LISTS = ['dependencies', 'devDependencies'] as const;

/** Require a package, unless the host has it in a version that will do. */
export function addDependency(text: string, need: DependencyStatement): string {
  const own = need.dev ? 'devDependencies' : 'dependencies';
  const lists = need.dev ? LISTS : ([own] as const);
  for (const list of lists) {
    const found = propertiesAt(text, [list])?.find((each) => each.key === need.name);
    if (found === undefined) continue;
    if (willDo(String(found.value.data), need.range)) return text;
    return applySplices(text, [{ ...found.value, text: JSON.stringify(need.range) }]);
  }
  const created = propertiesAt(text, [own]) === undefined ? createList(text, own) : text;
  const properties = propertiesAt(created, [own]) ?? [];
  return addJsonProperty(
    created,
    [own],
    need.name,
    () => JSON.stringify(rangeFor(text, need)),
    sortedPlace(properties, need.name),
  );
}

/** Take a package out again if it is still as we wrote it; the list too when nothing is left in it. */
export function removeDependency(text: string, own: DependencyStatement): string {
  const list = own.dev ? 'devDependencies' : 'dependencies';
  const properties = propertiesAt(text, [list]) ?? [];
  if (!properties.some((each) => each.key === own.name)) return text;
  const rest = removeJsonProperty(text, [list], own.name);
  return properties.length === 1 ? removeJsonProperty(rest, [], list) : rest;
}

/** Whether what the host asks for can stay: it meets the need, is higher, or is not for us to judge. */
function willDo(existing: string, needed: string): boolean {
  const range = semver.validRange(existing);
  if (range === null || semver.validRange(needed) === null) return true;
  if (semver.intersects(range, needed)) return true;
  const lowest = semver.minVersion(range);
  const wanted = semver.minVersion(needed);
  return lowest !== null && wanted !== null && semver.gt(lowest, wanted);
}

/** What another list of the host says of the same package, when that will do. */
function rangeFor(text: string, need: DependencyStatement): string {
  const other = propertiesAt(text, ['devDependencies'])?.find((each) => each.key === need.name)?.value.data;
  return typeof other === 'string' && willDo(other, need.range) ? other : need.range;
}

function createList(text: string, list: (typeof LISTS)[number]): string {
  const keys = (propertiesAt(text, []) ?? []).map((each) => each.key);
  const other = keys.indexOf(list === 'dependencies' ? 'devDependencies' : 'dependencies');
  if (other !== -1)
    return addJsonProperty(text, [], list, () => '{}', list === 'dependencies' ? other : after(keys, other));
  const scripts = keys.indexOf('scripts');
  return addJsonProperty(text, [], list, () => '{}', scripts === -1 ? undefined : after(keys, scripts));
}

function after(keys: readonly string[], index: number): number | undefined {
  return index + 1 < keys.length ? index + 1 : undefined;
}

/** Where a name belongs in a sorted list; the end of one that is not sorted. */
function sortedPlace(properties: readonly JsonProperty[], name: string): number | undefined {
  const keys = properties.map((each) => each.key);
  const compare = [byLocale, byCode].find((each) =>
    keys.every((key, index) => index === 0 || each(keys[index - 1] ?? '', key) <= 0),
  );
  if (compare === undefined) return undefined;
  const index = keys.findIndex((key) => compare(key, name) > 0);
  return index === -1 ? undefined : index;
}

function byLocale(a: string, b: string): number {
  return a.localeCompare(b, 'en');
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
