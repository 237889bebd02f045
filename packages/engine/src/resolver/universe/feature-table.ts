import semver, { type SemVer } from 'semver';
import { EXIT, type Problem, ProblemError } from '../../problem.ts';
import type { CatalogEntry } from '../request.ts';
import { sets, type VersionSet } from '../solver/version-set.ts';

/** All versions of one feature, oldest first; indexes are the versions of the solver's package. */
export interface FeatureTable {
  readonly name: string;
  readonly entries: readonly CatalogEntry[];
  readonly versions: readonly string[];
  readonly parsed: readonly SemVer[];
  /** Absent or any version. */
  readonly full: VersionSet;
}

/** Sort a feature's entries. Throws {@link ProblemError} for a version that is none or is there twice. */
export function featureTable(name: string, entries: readonly CatalogEntry[]): FeatureTable {
  const rows = entries.map((entry) => ({ entry, parsed: parse(entry) }));
  rows.sort((a, b) => semver.compareBuild(a.parsed, b.parsed));
  for (const [index, { entry, parsed }] of rows.entries()) {
    const next = rows[index + 1];
    if (next !== undefined && semver.compareBuild(parsed, next.parsed) === 0)
      throw new ProblemError(twice(entry));
  }
  return {
    name,
    entries: rows.map(({ entry }) => entry),
    versions: rows.map(({ entry }) => entry.version),
    parsed: rows.map(({ parsed }) => parsed),
    full: sets.everything(rows.length),
  };
}

function parse(entry: CatalogEntry): SemVer {
  const parsed = semver.parse(entry.version);
  if (parsed !== null) return parsed;
  throw new ProblemError({
    kind: 'problem',
    id: 'bad-version',
    exitCode: EXIT.error,
    found: `The catalog gives \`${entry.name}\` the version \`${entry.version}\`, which is not a semver version.`,
    todo: 'Write it as major.minor.patch, for example `1.0.0`.',
  });
}

function twice(entry: CatalogEntry): Problem {
  return {
    kind: 'problem',
    id: 'duplicate-feature',
    exitCode: EXIT.error,
    found: `The catalog has \`${entry.name}\` ${entry.version} twice.`,
    todo: 'Remove one of the two entries.',
  };
}
