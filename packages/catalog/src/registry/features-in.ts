import { type CatalogEntry, type DeclaredFeature, type Problem, readManifest } from '@joinery/engine';
import type { CachedDocument } from './document-cache.ts';

/** One published version of a feature. */
export interface RegistryFeature extends DeclaredFeature {
  readonly entry: CatalogEntry;
  readonly origin: 'registry';
}

/** The features among a package's published versions; one with a faulty manifest is reported and left out. */
export function featuresIn(
  { name, versions }: CachedDocument,
  { onFault }: { readonly onFault: (problem: Problem) => void },
): readonly RegistryFeature[] {
  return versions.flatMap(({ version, joinery }): readonly RegistryFeature[] => {
    const reading = readManifest({ name, version, joinery }, `${name}@${version}`);
    if (reading.kind === 'read') return [{ ...reading.value, origin: 'registry' }];
    for (const problem of reading.problems) onFault(problem);
    return [];
  });
}
