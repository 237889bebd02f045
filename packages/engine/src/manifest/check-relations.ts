import { TIERS } from '@joinery/kit';
import type { CatalogEntry } from '../resolver/request.ts';
import type { Finding, Path } from './finding.ts';

/** What a schema can't say of one feature: that it does not refer to itself, and that some tier is left. */
export function checkRelations(
  entry: Partial<CatalogEntry>,
  names: readonly string[],
  path: Path,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const key of ['requires', 'optional', 'conflicts'] as const) {
    for (const name of Object.keys(entry[key] ?? {})) {
      if (names.includes(name)) findings.push({ kind: 'self-dependency', path: [...path, key, name], name });
    }
  }
  const { min, max } = entry.tiers ?? {};
  const from = min === undefined ? -1 : TIERS.indexOf(min);
  const to = max === undefined ? -1 : TIERS.indexOf(max);
  if (min !== undefined && max !== undefined && to >= 0 && from > to) {
    findings.push({ kind: 'empty-tiers', path: [...path, 'tiers'], min, max });
  }
  return findings;
}
