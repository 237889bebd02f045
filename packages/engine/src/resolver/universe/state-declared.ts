import { type Range, TIERS, type Tier } from '@joinery/kit';
import type { CatalogEntry } from '../request.ts';
import type { Declared } from '../solver/fact.ts';
import { saysNothing, stated, type Term } from '../solver/incompatibility.ts';
import { sets, type VersionSet } from '../solver/version-set.ts';
import { answers, anyAnswers, satisfies } from './answers.ts';
import { besides, type Encoding, featureNumber, packageNumber } from './encoding.ts';
import type { FeatureTable } from './feature-table.ts';
import { byPreference } from './prefer-provider.ts';

/** One version of one feature, whose facts are being stated. */
interface Owner {
  readonly encoding: Encoding;
  readonly package: number;
  readonly table: FeatureTable;
}

/**
 * State everything one version declares. Each fact is stated at once for all versions that declare
 * the same, so that one conflict rules all of them out together.
 */
export function stateDeclared(
  encoding: Encoding,
  package_: number,
  table: FeatureTable,
  version: number,
): void {
  const owner: Owner = { encoding, package: package_, table };
  const entry = table.entries[version];
  if (entry === undefined) return;
  for (const [name, range] of pairs(entry.requires)) stateRequires(owner, name, range);
  for (const [name, range] of pairs(entry.optional)) stateOptional(owner, name, range);
  for (const [name, { range, because }] of pairs(entry.conflicts)) stateConflict(owner, name, range, because);
  for (const name of [...(entry.exclusive ?? [])].sort()) stateExclusive(owner, name);
  for (const [name, range] of pairs(entry.host)) stateHostNeed(owner, name, range);
  if (entry.tiers !== undefined) stateTierNeed(owner, entry.tiers);
}

function stateRequires(owner: Owner, name: string, range: Range): void {
  const { encoding, table } = owner;
  if (isStated(owner, 'requires', name, range)) return;
  const providers = byPreference(encoding, name, answers(encoding.index, name, range));
  add(owner, { kind: 'requires', feature: table.name, name, ranges: [range] }, [
    declaring(owner, ({ requires }) => own(requires, name) === range),
    ...providers.map(({ feature, set }) => except(encoding, feature, set)),
  ]);
}

function stateOptional(owner: Owner, name: string, range: Range): void {
  const { encoding, table } = owner;
  if (isStated(owner, 'optional', name, range)) return;
  const accepted = new Map(answers(encoding.index, name, range).map(({ feature, set }) => [feature, set]));
  for (const { feature, set } of anyAnswers(encoding.index, name)) {
    if (feature === table.name) continue;
    const package_ = featureNumber(encoding, feature);
    const within = accepted.get(feature);
    const refused = within === undefined ? set : sets.intersect(set, besides(encoding, package_, within));
    add(owner, { kind: 'optional', feature: table.name, name, ranges: [range] }, [
      declaring(owner, ({ optional }) => own(optional, name) === range),
      { package: package_, set: refused },
    ]);
  }
}

function stateConflict(owner: Owner, name: string, range: Range, because: string): void {
  const { encoding, table } = owner;
  if (isStated(owner, 'conflicts', name, `${range}\n${because}`)) return;
  const version = encoding.wish.host.get(name);
  const installed = version !== undefined && satisfies(version, range);
  for (const other of [
    ...answers(encoding.index, name, range)
      .filter(({ feature }) => feature !== table.name)
      .map(({ feature, set }) => ({ package: featureNumber(encoding, feature), set })),
    ...(installed
      ? [{ package: packageNumber(encoding, 'host', name, [version]), set: sets.single(1, 0) }]
      : []),
  ]) {
    add(owner, { kind: 'conflicts', feature: table.name, name, ranges: [range], because }, [
      declaring(owner, ({ conflicts }) => {
        const declared = own(conflicts, name);
        return declared?.range === range && declared.because === because;
      }),
      other,
    ]);
  }
}

function stateExclusive(owner: Owner, name: string): void {
  const { encoding, table } = owner;
  if (isStated(owner, 'exclusive', name, '')) return;
  for (const { feature: other, set } of anyAnswers(encoding.index, name)) {
    if (other === table.name) continue;
    add(owner, { kind: 'exclusive', feature: table.name, name, other }, [
      declaring(owner, ({ exclusive }) => exclusive?.includes(name) === true),
      { package: featureNumber(encoding, other), set },
    ]);
  }
}

/** What the host does not have constrains nothing. */
function stateHostNeed(owner: Owner, name: string, range: Range): void {
  const { encoding, table } = owner;
  const version = encoding.wish.host.get(name);
  if (version === undefined || satisfies(version, range) || isStated(owner, 'needs-host', name, range))
    return;
  add(owner, { kind: 'needs-host', feature: table.name, name, ranges: [range] }, [
    declaring(owner, ({ host }) => own(host, name) === range),
    { package: packageNumber(encoding, 'host', name, [version]), set: sets.single(1, 0) },
  ]);
}

function stateTierNeed(owner: Owner, { min, max }: { readonly min?: Tier; readonly max?: Tier }): void {
  const { encoding, table } = owner;
  if (encoding.wish.tier === undefined || isStated(owner, 'needs-tier', min ?? '', max ?? '')) return;
  const package_ = packageNumber(encoding, 'tier', 'tier', TIERS);
  const from = min === undefined ? 0 : TIERS.indexOf(min);
  const to = max === undefined ? TIERS.length - 1 : TIERS.indexOf(max);
  const outside = TIERS.map((_, index) => index).filter((index) => index < from || index > to);
  const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  add(owner, { kind: 'needs-tier', feature: table.name, ...bounds }, [
    declaring(owner, ({ tiers }) => tiers !== undefined && tiers.min === min && tiers.max === max),
    { package: package_, set: sets.fromVersions(TIERS.length, outside) },
  ]);
}

function isStated(
  { encoding, package: package_ }: Owner,
  kind: string,
  name: string,
  detail: string,
): boolean {
  const key = `${kind}\n${name}\n${detail}`;
  const known = encoding.stated.get(package_);
  if (known === undefined) encoding.stated.set(package_, new Set([key]));
  else if (known.has(key)) return true;
  else known.add(key);
  return false;
}

function declaring({ package: package_, table }: Owner, test: (entry: CatalogEntry) => boolean): Term {
  const versions: number[] = [];
  for (const [version, entry] of table.entries.entries()) if (test(entry)) versions.push(version);
  return { package: package_, set: sets.fromVersions(table.versions.length, versions) };
}

function except(encoding: Encoding, feature: string, set: VersionSet): Term {
  const package_ = featureNumber(encoding, feature);
  return { package: package_, set: besides(encoding, package_, set) };
}

function add({ encoding }: Owner, fact: Declared, terms: readonly Term[]): void {
  const incompatibility = stated(fact, terms);
  if (!saysNothing(incompatibility)) encoding.fresh.push(incompatibility);
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

function pairs<T>(record: Readonly<Record<string, T>> | undefined): readonly [string, T][] {
  return record === undefined ? [] : Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
