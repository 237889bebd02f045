import { readFileSync } from 'node:fs';
import { type CatalogEntry, EXIT, ProblemError } from '@joinery/engine';
import { type FeatureSource, type FoundFeature, listedSource } from '../feature/found-feature.ts';
import { isRecord } from '../feature/json-record.ts';

/** The features a JSON file lists (`--catalog`): known to the resolver, loadable only from another source. */
export function catalogFile(file: string): FeatureSource {
  return listedSource(() => readEntries(file).map((entry) => described(entry, file)));
}

function readEntries(file: string): readonly CatalogEntry[] {
  const parsed = parse(file);
  const features = isRecord(parsed) ? parsed.features : undefined;
  if (!Array.isArray(features)) throw broken(file, 'it needs a list `features`');
  return features.map((entry: unknown, index) => {
    const valid = isRecord(entry) && typeof entry.name === 'string' && typeof entry.version === 'string';
    if (!valid) throw broken(file, `\`features[${index}]\` needs a \`name\` and a \`version\``);
    return entry as unknown as CatalogEntry;
  });
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw broken(file, error instanceof Error ? error.message : String(error));
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

function broken(file: string, why: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'invalid-catalog',
    exitCode: EXIT.error,
    found: `The catalog ${file} cannot be used: ${why}.`,
    todo: 'Correct the file; docs/resolver.md describes it.',
    places: [file],
  });
}
