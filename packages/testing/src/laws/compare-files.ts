import type { HostFiles } from '../host-files.ts';

/** Say which files of two hosts differ; `undefined` when none does. */
export function differences(before: HostFiles, after: HostFiles): string | undefined {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const found = paths.filter((path) => before[path] !== after[path]);
  return found.length === 0 ? undefined : found.map((path) => `\`${path}\` differs`).join(', ');
}

/** joinery.json keeps the order in which people added to it; its order of keys says nothing. */
export function withoutOrder(files: HostFiles): HostFiles {
  const { 'joinery.json': wanted, ...rest } = files;
  return wanted === undefined
    ? rest
    : { ...rest, 'joinery.json': JSON.stringify(sorted(JSON.parse(wanted))) };
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** Whether every character of a text is still there, in order. */
export function isWithin(before: string, after: string): boolean {
  let index = 0;
  for (const character of after) if (character === before[index]) index += character.length;
  return index === before.length;
}
