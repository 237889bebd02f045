import type { CatalogEntry, Universe } from '../resolver/request.ts';
import { check } from './check.ts';
import { checkRelations } from './check-relations.ts';
import type { Finding } from './finding.ts';
import { parsed, type Reading, reading } from './reading.ts';
import { catalogSchema } from './schemas/catalog-schema.ts';

/** Read a catalog, given as text or parsed: every problem at once, none left for the resolver to stumble over. */
export function readUniverse(input: unknown, file = 'the catalog'): Reading<Universe> {
  const document = parsed(input);
  const findings = 'finding' in document ? [document.finding] : check(catalogSchema, document.json);
  const json = 'json' in document ? document.json : undefined;
  if (findings.length > 0) return reading(findings, file, [], () => json as Universe);
  const universe = json as Universe;
  return reading(checkEntries(universe.features), file, [], () => universe);
}

function checkEntries(features: readonly CatalogEntry[]): readonly Finding[] {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const [index, entry] of features.entries()) {
    const { name, version } = entry;
    // Versions that differ in build metadata only are one version to semver, but two entries.
    const key = `${name}\n${version}`;
    if (seen.has(key)) findings.push({ kind: 'duplicate-feature', path: ['features', index], name, version });
    seen.add(key);
    for (const finding of checkRelations(entry, [name], ['features', index])) findings.push(finding);
  }
  return findings;
}
