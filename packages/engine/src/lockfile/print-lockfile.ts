import type { Json } from '@joinery/kit';
import type { Lockfile } from './lockfile.ts';

/** Print a lockfile: keys sorted, one fact a line, so that git merges it and the same state is the same bytes. */
export function printLockfile(lockfile: Lockfile): string {
  return `${JSON.stringify(sorted(lockfile as unknown as Json), null, 2)}\n`;
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
