import { join } from 'node:path';
import { type DoorFeature, readFeatures } from '../../tools/derive/read-features.ts';

const root = join(import.meta.dirname, '../..');

/** Every feature of this repository, by category and then by name. */
export function features(): readonly DoorFeature[] {
  return [...readFeatures(root)].sort((a, b) =>
    a.category === b.category ? compare(a.name, b.name) : compare(a.category, b.category),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
