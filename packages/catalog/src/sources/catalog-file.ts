import { readFileSync } from 'node:fs';
import { type CatalogEntry, EXIT, ProblemError, readUniverse } from '@joinery/engine';
import { accept } from '../feature/accept.ts';
import { type FeatureSource, type FoundFeature, listedSource } from '../feature/found-feature.ts';

/** The features a JSON file lists (`--catalog`): known to the resolver, loadable only from another source. */
export function catalogFile(file: string): FeatureSource {
  return listedSource(() => readEntries(file).map((entry) => described(entry, file)));
}

function readEntries(file: string): readonly CatalogEntry[] {
  return accept(readUniverse(readText(file), file)).features;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
}

function described(entry: CatalogEntry, file: string): FoundFeature {
  const { name, version, ...parts } = entry;
  return {
    entry,
    manifest: { schema: 1, title: name, summary: `Listed in ${file}`, category: 'listed', ...parts },
    origin: 'file',
    load: async () => {
      throw new ProblemError({
        kind: 'problem',
        id: 'feature-unloadable',
        exitCode: EXIT.error,
        found: `The feature \`${name}\` ${version} is only listed in ${file}; its package is not installed.`,
        todo: 'Install the package that has it, then run the command again.',
        places: [file],
      });
    },
  };
}

function unreadable(file: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'catalog-unreadable',
    exitCode: EXIT.error,
    found: `The catalog ${file} cannot be read: ${why}.`,
    todo: 'Name a JSON file that lists features; docs/resolver.md describes it.',
    places: [file],
  });
}
