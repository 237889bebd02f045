import type { Json } from '@joinery/kit';
import { isData } from './meaning.ts';

/** Print a value on one line. */
export function printToml(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(printToml).join(', ')}]`;
  if (isData(value)) {
    const pairs = Object.entries(value).map(([key, each]) => `${tomlKey(key)} = ${printToml(each)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** Print keys as TOML writes them: bare where they may be. */
export function tomlKey(...keys: readonly string[]): string {
  return keys.map((key) => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key))).join('.');
}

/** Whether TOML can hold a value: it has no `null`. */
export function fitsToml(value: Json): boolean {
  if (value === null) return false;
  if (Array.isArray(value)) return value.every(fitsToml);
  return !isData(value) || Object.values(value).every(fitsToml);
}
