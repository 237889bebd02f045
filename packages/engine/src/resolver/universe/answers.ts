import type { Range } from '@joinery/kit';
import semver from 'semver';
import { EXIT, ProblemError } from '../../problem.ts';
import { sets, type VersionSet } from '../solver/version-set.ts';
import type { FeatureTable } from './feature-table.ts';
import { matching } from './matching.ts';
import { parseRange } from './parse-range.ts';
import { type Answer, tableOf, type UniverseIndex } from './universe-index.ts';

/**
 * Who answers to a name within a range: the feature of that name by its own version, and every feature
 * that provides it as a capability by the version provided. Features none of whose versions do are left out.
 */
export function answers(index: UniverseIndex, name: string, range: Range): readonly Answer[] {
  const known = index.answers.get(name)?.get(range);
  if (known !== undefined) return known;
  const found: Answer[] = [];
  for (const feature of bearers(index, name)) {
    const table = tableOf(index, feature);
    if (table === undefined) continue;
    const own =
      feature === name ? versionsIn(index, feature, range) : sets.fromVersions(table.versions.length, []);
    const set = sets.union(own, providing(table, name, range));
    if (!sets.isEmpty(set)) found.push({ feature, set });
  }
  remember(index.answers, name, range, found);
  return found;
}

/** Who answers to a name at all, whatever the version. */
export function anyAnswers(index: UniverseIndex, name: string): readonly Answer[] {
  return bearers(index, name).flatMap((feature) => {
    const table = tableOf(index, feature);
    if (table === undefined) return [];
    const set = feature === name ? withoutAbsence(table) : providing(table, name, undefined);
    return [{ feature, set }];
  });
}

/** A feature's own versions in a range. */
export function versionsIn(index: UniverseIndex, feature: string, range: Range): VersionSet {
  const known = index.ranges.get(feature)?.get(range);
  if (known !== undefined) return known;
  const table = tableOf(index, feature);
  const size = table?.versions.length ?? 0;
  const set = sets.fromVersions(size, table === undefined ? [] : within(table, range));
  remember(index.ranges, feature, range, set);
  return set;
}

/** The features that bear a name: the one called so, and its providers. */
function bearers(index: UniverseIndex, name: string): readonly string[] {
  const providers = index.providers.get(name) ?? [];
  if (!index.entries.has(name)) return providers;
  return [name, ...providers.filter((provider) => provider !== name)];
}

function providing(table: FeatureTable, capability: string, range: Range | undefined): VersionSet {
  const verdicts = new Map<string, boolean>();
  const found: number[] = [];
  for (const [version, { provides }] of table.entries.entries()) {
    if (provides === undefined || !Object.hasOwn(provides, capability)) continue;
    const provided = provides[capability] ?? '';
    const verdict = verdicts.get(provided) ?? (range === undefined || satisfies(provided, range));
    verdicts.set(provided, verdict);
    if (verdict) found.push(version);
  }
  return sets.fromVersions(table.versions.length, found);
}

function within(table: FeatureTable, range: Range): readonly number[] {
  try {
    return matching(table.parsed, range);
  } catch {
    throw badRange(range, table.name);
  }
}

/** As `semver.satisfies`, but with the range parsed once and a bad one named. */
export function satisfies(version: string, range: Range): boolean {
  try {
    return parseRange(range).test(semver.parse(version) ?? '');
  } catch {
    throw badRange(range, version);
  }
}

function badRange(range: Range, subject: string): ProblemError {
  return new ProblemError({
    kind: 'problem',
    id: 'bad-range',
    exitCode: EXIT.error,
    found: `\`${range}\`, wanted of \`${subject}\`, is not a semver range.`,
    todo: 'Write a range such as `^1.2.0` or `>=2 <4`.',
  });
}

function withoutAbsence(table: FeatureTable): VersionSet {
  return sets.intersect(
    table.full,
    sets.complement(sets.absent(table.versions.length), table.versions.length),
  );
}

function remember<T>(cache: Map<string, Map<Range, T>>, name: string, range: Range, value: T): void {
  const inner = cache.get(name);
  if (inner === undefined) cache.set(name, new Map([[range, value]]));
  else inner.set(range, value);
}
