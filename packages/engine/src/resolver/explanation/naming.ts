import type { Range } from '@joinery/kit';
import semver from 'semver';
import { nearestName } from '../../words/nearest-name.ts';
import type { Incompatibility, Term } from '../solver/incompatibility.ts';
import { sets, type VersionSet } from '../solver/version-set.ts';
import type { Encoding } from '../universe/encoding.ts';
import { tableOf } from '../universe/universe-index.ts';

/** How packages, versions and ranges are called in explanations: always in terms of versions that exist. */
export const naming = { every, list, others, providers, versions, unmatched, wanted } as const;

/** A package in some versions: `` `slo` 1.2.0 or newer ``; all of them: `` `slo` ``. */
function versions(encoding: Encoding, package_: number, set: VersionSet): string {
  const { kind, name = '', versions: all = [] } = encoding.packages[package_] ?? {};
  const among = sets.versions(set);
  if (kind === 'host') return `${name} ${all.join()}`;
  if (kind === 'tier') return `tier ${listOr(among.map((tier) => `\`${all[tier]}\``))}`;
  return among.length === all.length && all.length > 1 ? `\`${name}\`` : `\`${name}\` ${runs(all, among)}`;
}

/** As {@link versions}, but saying so when it is every version there is. */
function every(encoding: Encoding, package_: number, set: VersionSet): string {
  const { kind, versions: all = [] } = encoding.packages[package_] ?? {};
  const isEvery = kind === 'feature' && all.length > 1 && sets.versions(set).length === all.length;
  return isEvery
    ? `every version of ${versions(encoding, package_, set)}`
    : versions(encoding, package_, set);
}

/** The packages of all terms but the first. */
function others(encoding: Encoding, { packages, sets: terms }: Incompatibility): string {
  return listOr(
    packages.slice(1).map((package_, index) => versions(encoding, package_, terms[index + 1] ?? [])),
  );
}

/** Who could meet what a fact requires: the packages one of which must be there, and in which versions. */
function providers(encoding: Encoding, { packages, sets: terms }: Incompatibility): readonly Term[] {
  return packages.flatMap((package_, index) => {
    const set = terms[index] ?? [];
    const size = encoding.packages[package_]?.versions.length ?? 0;
    return sets.mayBeAbsent(set) ? [{ package: package_, set: sets.complement(set, size) }] : [];
  });
}

/** A name and its range as they are written: `` `slo ^2` ``, `` `slo` `` for any. */
function wanted(name: string, ranges: readonly Range[]): string {
  const named = ranges.filter((range) => range !== '*' && range !== '');
  return named.length < ranges.length || named.length === 0
    ? `\`${name}\``
    : listOr(named.map((range) => `\`${name} ${range}\``));
}

/** Why nothing answers to a name, in parentheses: what there is instead. */
function unmatched(encoding: Encoding, name: string): string {
  const { index } = encoding;
  const table = tableOf(index, name);
  if (table !== undefined)
    return `(only ${list(few(table.versions))} ${table.versions.length === 1 ? 'exists' : 'exist'})`;
  const offered = (index.providers.get(name) ?? []).flatMap((provider) =>
    (tableOf(index, provider)?.entries ?? []).flatMap(({ provides }) => {
      const version = provides !== undefined && Object.hasOwn(provides, name) ? provides[name] : undefined;
      return version === undefined ? [] : [version];
    }),
  );
  if (offered.length > 0)
    return `(it is only provided as ${list(few([...new Set(offered)].sort(semver.compare)))})`;
  const near = nearestName(name, [...index.entries.keys(), ...index.providers.keys()]);
  return near === undefined
    ? '(there is no such feature)'
    : `(there is no such feature; did you mean \`${near}\`?)`;
}

/** All of a few versions, or the ends of many. */
function few(versions: readonly string[]): readonly string[] {
  return versions.length <= 4 ? versions : [`${versions[0]} to ${versions.at(-1)}`];
}

/** Versions as runs of neighbours: `1.0.0 to 1.4.0 and 2.1.0 or newer`. */
function runs(all: readonly string[], among: readonly number[]): string {
  const found: { readonly from: number; readonly to: number }[] = [];
  for (const version of among) {
    const last = found.at(-1);
    if (last !== undefined && last.to === version - 1)
      found[found.length - 1] = { from: last.from, to: version };
    else found.push({ from: version, to: version });
  }
  const named = found.map(({ from, to }) => run(all, from, to));
  return named.length <= 3 ? list(named) : `${list(named.slice(0, 2))} and ${named.length - 2} more ranges`;
}

function run(all: readonly string[], from: number, to: number): string {
  if (from === to) return all[from] ?? '';
  if (from > 0 && to === all.length - 1) return `${all[from]} or newer`;
  if (from === 0 && to < all.length - 1) return `${all[to]} or older`;
  return to === from + 1 ? `${all[from]} and ${all[to]}` : `${all[from]} to ${all[to]}`;
}

function list(words: readonly string[]): string {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function listOr(words: readonly string[]): string {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
