import { TIERS } from '@joinery/kit';
import semver from 'semver';
import type { CatalogEntry, ResolveRequest, Universe } from '../request.ts';

/** Feature → version, or not there at all. */
export type Choice = Readonly<Record<string, string>>;

/**
 * The rules of docs/resolver.md written a second time, as plainly as can be: what is wrong with a choice.
 * It shares nothing with the resolver but the `semver` package.
 */
export function violations(universe: Universe, request: ResolveRequest, choice: Choice): readonly string[] {
  const chosen = universe.features.filter(({ name, version }) => choice[name] === version);
  const wrong: string[] = [];
  const known = new Set(universe.features.map(({ name }) => name));
  for (const [name, range] of Object.entries(request.features)) {
    const fits = known.has(name)
      ? chosen.some((entry) => entry.name === name && semver.satisfies(entry.version, range))
      : chosen.some((entry) => offers(entry, name).some((version) => semver.satisfies(version, range)));
    if (!fits) wrong.push(`asked for ${name} ${range}`);
  }
  for (const { name } of chosen) if (request.exclude?.includes(name)) wrong.push(`${name} is excluded`);
  for (const entry of chosen) wrong.push(...wrongWith(entry, chosen, request));
  return wrong;
}

/** Some valid choice, found by trying them all; `undefined` when there is none. */
export function anyValid(universe: Universe, request: ResolveRequest): Choice | undefined {
  const byName = new Map<string, string[]>();
  for (const { name, version } of universe.features) byName.set(name, [...(byName.get(name) ?? []), version]);
  const names = [...byName.keys()];
  return tryFrom(0, {});

  function tryFrom(index: number, choice: Choice): Choice | undefined {
    const name = names[index];
    if (name === undefined) return violations(universe, request, choice).length === 0 ? choice : undefined;
    for (const version of byName.get(name) ?? []) {
      const found = tryFrom(index + 1, { ...choice, [name]: version });
      if (found !== undefined) return found;
    }
    return tryFrom(index + 1, choice);
  }
}

function wrongWith(entry: CatalogEntry, chosen: readonly CatalogEntry[], request: ResolveRequest): string[] {
  const wrong: string[] = [];
  const others = chosen.filter(({ name }) => name !== entry.name);
  const inRange = (other: CatalogEntry, name: string, range: string): boolean =>
    offers(other, name).some((version) => semver.satisfies(version, range));
  for (const [name, range] of Object.entries(entry.requires ?? {})) {
    if (!chosen.some((other) => inRange(other, name, range)))
      wrong.push(`${entry.name} misses ${name} ${range}`);
  }
  for (const [name, range] of Object.entries(entry.optional ?? {})) {
    const refused = others.filter((other) => offers(other, name).length > 0 && !inRange(other, name, range));
    if (refused.length > 0) wrong.push(`${entry.name} can't use ${name}`);
  }
  for (const [name, { range }] of Object.entries(entry.conflicts ?? {})) {
    if (others.some((other) => inRange(other, name, range)))
      wrong.push(`${entry.name} conflicts with ${name}`);
  }
  for (const name of entry.exclusive ?? []) {
    if (others.some((other) => offers(other, name).length > 0))
      wrong.push(`${entry.name} wants ${name} alone`);
  }
  for (const [name, range] of Object.entries(entry.host ?? {})) {
    const found = request.host?.[name];
    if (found !== undefined && !semver.satisfies(found, range))
      wrong.push(`${entry.name} needs ${name} ${range}`);
  }
  if (request.tier !== undefined) {
    const tier = TIERS.indexOf(request.tier);
    if (entry.tiers?.min !== undefined && tier < TIERS.indexOf(entry.tiers.min))
      wrong.push(`${entry.name}: tier too low`);
    if (entry.tiers?.max !== undefined && tier > TIERS.indexOf(entry.tiers.max))
      wrong.push(`${entry.name}: tier too high`);
  }
  return wrong;
}

function offers(entry: CatalogEntry, name: string): readonly string[] {
  const provided = entry.provides?.[name];
  return [...(entry.name === name ? [entry.version] : []), ...(provided === undefined ? [] : [provided])];
}
