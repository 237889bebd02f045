import type { ElementEdit, Json, SettingEdit } from '@joinery/kit';

type Data = { readonly [key: string]: Json };

/** What data is once a setting or an element is in it. */
export function withEdit(data: Json | undefined, edit: SettingEdit | ElementEdit): Json {
  return change(data, edit.path, (old) =>
    edit.kind === 'setting' ? edit.value : [...(Array.isArray(old) ? old : []), edit.value],
  );
}

/** Whether two texts mean the same, whatever library read them. */
export function sameMeaning(a: Json | undefined, b: Json | undefined): boolean {
  return canonical(a) === canonical(b);
}

/** Whether data is an object of keys. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value that keys lead to. */
export function dataAt(data: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) => (isData(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
    data,
  );
}

/** Whether a value holds nothing. */
export function isBare(value: Json): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** `{ a: { b: value } }` for the keys `a` and `b`. */
export function nested(keys: readonly string[], value: Json): Json {
  return keys.reduceRight<Json>((inner, key) => ({ [key]: inner }), value);
}

function change(
  data: Json | undefined,
  path: readonly string[],
  leaf: (old: Json | undefined) => Json,
): Json {
  const [key, ...rest] = path;
  if (key === undefined) return leaf(data);
  const object = isData(data) ? data : {};
  return { ...object, [key]: change(Object.hasOwn(object, key) ? object[key] : undefined, rest, leaf) };
}

/** Keys are sorted; dates and big numbers of a library become what JSON has; a missing document is an empty one. */
function canonical(value: Json | undefined): string {
  return JSON.stringify(value ?? {}, (_, each: unknown) => {
    if (typeof each === 'bigint') return String(each);
    return isData(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each;
  });
}
